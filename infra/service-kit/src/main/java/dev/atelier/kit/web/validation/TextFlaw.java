package dev.atelier.kit.web.validation;

import jakarta.validation.ConstraintValidatorContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with a text. Source of the direction marks: Unicode Standard Annex 9, section 2. */
enum TextFlaw {
    HALF_A_CHARACTER("must consist of whole characters"),
    CONTROL_CHARACTER("must have no control characters"),
    LINE_END("must be one line without control characters"),
    DIRECTION("must have no marks that turn the direction of writing"),
    NOTHING_TO_SEE("must have something to see");

    private static final String BLANK_LETTERS = "\u115F\u1160\u2800\u3164\uFFA0";

    private final String message;

    TextFlaw(String message) {
        this.message = message;
    }

    /**
     * Returns the first flaw; empty for null and for blank texts.
     *
     * @param lines whether line feeds and tabs are allowed
     */
    static Optional<TextFlaw> of(@Nullable String text, boolean lines) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        return text.codePoints()
                .mapToObj(point -> of(point, lines))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> text.isBlank() || text.codePoints().anyMatch(TextFlaw::isSeen)
                        ? Optional.empty()
                        : Optional.of(NOTHING_TO_SEE));
    }

    private static Optional<TextFlaw> of(int point, boolean lines) {
        if (lines && (point == '\n' || point == '\t')) {
            return Optional.empty();
        }
        return switch (Character.getType(point)) {
            case Character.SURROGATE -> Optional.of(HALF_A_CHARACTER);
            case Character.CONTROL -> Optional.of(lines ? CONTROL_CHARACTER : LINE_END);
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                lines ? Optional.empty() : Optional.of(LINE_END);
            default ->
                (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069)
                        ? Optional.of(DIRECTION)
                        : Optional.empty();
        };
    }

    private static boolean isSeen(int point) {
        return !Character.isWhitespace(point)
                && !Character.isSpaceChar(point)
                && Character.getType(point) != Character.FORMAT
                && BLANK_LETTERS.indexOf(point) < 0;
    }

    TextFlaw report(ConstraintValidatorContext context) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
        return this;
    }
}
