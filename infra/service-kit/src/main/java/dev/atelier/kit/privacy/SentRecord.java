package dev.atelier.kit.privacy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a record whose data leaves the platform: the content of an e-mail, a report or a webhook. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SentRecord {
    /** The recipient, worded for the records of processing activities. */
    String to();
}
