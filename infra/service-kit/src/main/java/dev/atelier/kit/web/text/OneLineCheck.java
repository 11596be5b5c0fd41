package dev.atelier.kit.web.text;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link OneLine}. */
public final class OneLineCheck implements ConstraintValidator<OneLine, String> {
    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return Flaw.of(text, false).map(flaw -> flaw.say(context)).isEmpty();
    }
}
