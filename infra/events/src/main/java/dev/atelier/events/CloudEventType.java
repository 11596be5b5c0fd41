package dev.atelier.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The CloudEvents type of a record, which never changes: {@code workspace.member-removed}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CloudEventType {
    String value();

    /** The version of the schema; incremented with each added component. */
    int version() default 1;
}
