package dev.atelier.kit.email;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Requires a text that is an {@link EmailAddress}, apart from surrounding white space. Null is valid; other constraints
 * decide whether it is allowed. In the OpenAPI document it is {@code format: email} with up to 254 characters. Use it
 * instead of {@code @Email}, which an architecture rule forbids.
 */
@Documented
@Constraint(validatedBy = EmailAddressValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ValidEmailAddress {
    /** The validator replaces it with what is wrong. */
    String message() default "must be an e-mail address";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
