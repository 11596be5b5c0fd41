package dev.atelier.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one part of a request.
 *
 * @param field the JSON path ({@code assignees[2]}), query parameter, path variable or header
 * @param message the rule that the value breaks ("must be a UUID"); a message that contains the name of a Java
 *     class is replaced by "is not valid"
 * @param given the value that was sent, shortened, for parameters and path variables; null otherwise
 */
public record InvalidField(
        String field,
        String message,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String given) {
    /** Maximum length of {@link #given}, in code points. */
    static final int MAX_GIVEN = 40;

    private static final Pattern NAME_OF_A_CLASS =
            Pattern.compile("\\b(java|javax|jakarta|org|com|tools|dev)\\.[a-z]\\w*\\.|\\w(Exception|Error)\\b");
    private static final Pattern NOT_PRINTED = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    public InvalidField {
        message = NAME_OF_A_CLASS.matcher(message).find() ? "is not valid" : message;
        given = given == null ? null : shortened(given);
    }

    public InvalidField(String field, String message) {
        this(field, message, null);
    }

    private static String shortened(String text) {
        var printed = NOT_PRINTED.matcher(text).replaceAll("\uFFFD");
        return printed.codePointCount(0, printed.length()) <= MAX_GIVEN
                ? printed
                : printed.substring(0, printed.offsetByCodePoints(0, MAX_GIVEN)) + "\u2026";
    }
}
