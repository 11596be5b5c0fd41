package dev.atelier.workspace.invitation;

import dev.atelier.kit.web.InvalidInput;
import java.util.Locale;

/**
 * An e-mail address somebody typed: with a domain of the public name system, in ASCII, and nothing that cannot be seen.
 *
 * @param typed without the blanks around it
 */
record Address(String typed) {
    Address {
        typed = typed.strip();
        if (typed.codePoints().anyMatch(Address::isHidden)) {
            throw InvalidInput.of("email", "must have no characters that cannot be seen");
        }
        var domain = typed.substring(typed.lastIndexOf('@') + 1);
        if (!domain.chars().allMatch(letter -> letter < 128)) {
            throw InvalidInput.of("email", "must have a domain in ASCII: give an international one as xn--...");
        }
        if (domain.startsWith("[") || domain.indexOf('.') < 1 || domain.endsWith(".")) {
            throw InvalidInput.of("email", "must have a domain with a dot, such as example.org");
        }
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** For comparing: without case. */
    String normal() {
        return typed.toLowerCase(Locale.ROOT);
    }
}
