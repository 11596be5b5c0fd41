package dev.atelier.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where records are published, and by whom. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Topic {
    /** The topic's name, {@code workspace.events}. */
    String value();

    /** The CloudEvents source, {@code /workspace-service}. */
    String source();
}
