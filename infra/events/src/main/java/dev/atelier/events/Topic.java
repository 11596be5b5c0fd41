package dev.atelier.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The topic on which records are published, and their producer. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Topic {
    /** The name of the topic, {@code workspace.events}. */
    String value();

    /** The CloudEvents source, {@code /workspace-service}. */
    String source();
}
