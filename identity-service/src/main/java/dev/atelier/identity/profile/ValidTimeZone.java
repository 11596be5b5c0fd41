package dev.atelier.identity.profile;

import dev.atelier.identity.account.UserPreferences;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text is a zone of the IANA database; null is valid. */
@Constraint(validatedBy = ValidTimeZone.TimeZoneValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface ValidTimeZone {
    String message() default "must be a zone of the IANA database, such as Europe/Paris";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks against the JDK's copy of the database. */
    final class TimeZoneValidator implements ConstraintValidator<ValidTimeZone, String> {
        @Override
        public boolean isValid(@Nullable String id, ConstraintValidatorContext context) {
            return id == null || UserPreferences.supportsTimeZone(id);
        }
    }
}
