package dev.atelier.kit.web.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link OneLine}. */
public final class OneLineValidator implements ConstraintValidator<OneLine, String> {
    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return TextFlaw.of(text, false).map(flaw -> flaw.report(context)).isEmpty();
    }
}
