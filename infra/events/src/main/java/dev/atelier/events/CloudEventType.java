package dev.atelier.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A record's name on the wire, for ever: {@code workspace.member-removed}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CloudEventType {
    String value();

    /** The schema's version; grows with each added component. */
    int version() default 1;
}
