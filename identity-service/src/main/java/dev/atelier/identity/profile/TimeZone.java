package dev.atelier.identity.profile;

import dev.atelier.identity.account.Preferences;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text names a zone of the IANA database; null passes. */
@Constraint(validatedBy = TimeZone.Known.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface TimeZone {
    String message() default "must be a zone of the IANA database, such as Europe/Paris";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks the JDK's copy of the database. */
    final class Known implements ConstraintValidator<TimeZone, String> {
        @Override
        public boolean isValid(@Nullable String id, ConstraintValidatorContext context) {
            return id == null || Preferences.knowsTimeZone(id);
        }
    }
}
