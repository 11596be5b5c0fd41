package dev.atelier.kit.web.validation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One line of text, such as a name or a title: no control characters, line breaks, unpaired surrogates or marks that
 * change the writing direction, and at least one visible character. Null and blank texts are valid; other constraints
 * decide whether they are allowed.
 */
@Documented
@Constraint(validatedBy = OneLineValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OneLine {
    /** Replaced by the flaw that was found. */
    String message() default "is not plain text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
