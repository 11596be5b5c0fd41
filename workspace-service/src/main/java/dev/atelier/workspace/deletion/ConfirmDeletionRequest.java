package dev.atelier.workspace.deletion;

import dev.atelier.kit.web.validation.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Confirms a deletion by the name of what is deleted.
 *
 * @param name its name or title; all kinds of blanks count as equal, and so do composed and decomposed letters
 */
public record ConfirmDeletionRequest(
        @NotBlank @Size(max = 200) @OneLine String name) {
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");

    /**
     * Checks that the typed name is the actual one.
     *
     * @param affected how many things of each kind are deleted together with it
     * @throws ConfirmationNameMismatch if the names differ; carries these counts
     */
    public void requireName(String actual, Map<String, Long> affected) {
        if (!comparable(name).equals(comparable(actual))) {
            throw new ConfirmationNameMismatch(affected);
        }
    }

    /** Composed and decomposed letters look alike, and so do blanks of any kind and number. */
    private static String comparable(String text) {
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** Returns the total number of things that are deleted together with it. */
    public static long total(Map<String, Long> affected) {
        return affected.values().stream().mapToLong(Long::longValue).sum();
    }
}
