package dev.atelier.workspace.deletion;

import dev.atelier.kit.web.text.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * What somebody types who deletes a thing for good.
 *
 * @param name its name or title as it is written, blanks around it aside
 */
public record TypedName(@NotBlank @Size(max = 200) @OneLine String name) {
    /**
     * Lets pass who typed the name.
     *
     * @param goesAlong how many of which things go along
     * @throws NameDiffers for everybody else; says what would go along
     */
    public void demand(String actual, Map<String, Long> goesAlong) {
        if (!name.strip().equals(actual)) {
            throw new NameDiffers(goesAlong);
        }
    }

    /** All that goes along. */
    public static long sum(Map<String, Long> goesAlong) {
        return goesAlong.values().stream().mapToLong(Long::longValue).sum();
    }
}
