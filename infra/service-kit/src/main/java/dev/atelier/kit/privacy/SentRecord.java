package dev.atelier.kit.privacy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A record that leaves the platform: what a mail, a report or a webhook is made from. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SentRecord {
    /** Who receives it, as a person would read it in the records of processing. */
    String to();
}
