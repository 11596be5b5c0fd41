package dev.atelier.events.privacy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a text field cannot hold personal data. Ids, enums, numbers, times and booleans need no declaration.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface NotPersonal {
    /** What the field holds instead, if its name does not tell. */
    String value() default "";
}
