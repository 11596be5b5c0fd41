package dev.atelier.kit.email;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link ValidEmailAddress}. */
public final class EmailAddressValidator implements ConstraintValidator<ValidEmailAddress, String> {
    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        var flaw = EmailAddress.findFlaw(text);
        flaw.ifPresent(said -> {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(escaped(said)).addConstraintViolation();
        });
        return flaw.isEmpty();
    }

    /**
     * Escapes braces and dollar signs, which are parameters in a message template. Source: Jakarta Validation 3.1,
     * section 6.3.1.
     */
    private static String escaped(String said) {
        return said.replaceAll("([{}$\\\\])", "\\\\$1");
    }
}
