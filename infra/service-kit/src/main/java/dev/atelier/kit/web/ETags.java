package dev.atelier.kit.web;

import dev.atelier.kit.problem.InvalidInput;
import java.util.regex.Pattern;

/**
 * Versions of shared resources as strong entity tags: version 7 is {@code "7"}. The first version of a resource is 1;
 * 0 is the version of a setting that nobody has changed yet. A proxy that compresses responses makes the tags weak
 * ({@code W/"7"}); a weak tag is accepted and means the same version. Source: RFC 9110, section 8.8.3.
 */
public final class ETags {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(0|[1-9][0-9]{0,17})\"");

    private ETags() {}

    /** Returns the tag, for {@code ResponseEntity.ok().eTag(ETags.of(version))}. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Parses the header {@code If-Match}.
     *
     * @throws dev.atelier.kit.problem.InvalidInput where it is not exactly one tag in this format
     */
    public static long version(String header) {
        var tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw InvalidInput.of("If-Match", "must be the ETag of the version you changed, such as \"7\"");
        }
        return Long.parseLong(tag.group(1));
    }
}
