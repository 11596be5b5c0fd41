package dev.atelier.workspace.deletion;

import dev.atelier.kit.web.validation.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What somebody types who deletes a thing for good.
 *
 * @param name its name or title; blanks of all kinds, and composed and decomposed letters, count as equal
 */
public record ConfirmDeletionRequest(
        @NotBlank @Size(max = 200) @OneLine String name) {
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");

    /**
     * Lets pass who typed the name.
     *
     * @param goesAlong how many of which things go along
     * @throws ConfirmationNameMismatch for everybody else; says what would go along
     */
    public void demand(String actual, Map<String, Long> goesAlong) {
        if (!comparable(name).equals(comparable(actual))) {
            throw new ConfirmationNameMismatch(goesAlong);
        }
    }

    /** Composed and decomposed letters look alike, and so do blanks of all kinds, however many. */
    private static String comparable(String text) {
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** All that goes along. */
    public static long sum(Map<String, Long> goesAlong) {
        return goesAlong.values().stream().mapToLong(Long::longValue).sum();
    }
}
