package dev.atelier.events.privacy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares that a field holds personal data; the data map, exports and erasure are generated from it. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface PersonalData {
    Category category();

    /** What it is stored for, in words for the records of processing. */
    String purpose();

    Basis basis();

    /** When it is deleted, in words for the records of processing. */
    String retention();

    /** What kind of data it is. */
    enum Category {
        NAME,
        CONTACT,
        PREFERENCE,
        CONTENT,
        ACTIVITY,
        TECHNICAL
    }

    /** Why it may be stored. Source: GDPR, article 6(1). */
    enum Basis {
        CONTRACT,
        CONSENT,
        LEGAL_OBLIGATION,
        LEGITIMATE_INTEREST
    }
}
