package dev.atelier.identity.legal.version;

import dev.atelier.events.LegalDocument;
import java.time.Instant;

/**
 * A version without its text.
 *
 * @param changes what is new in it, in Markdown
 * @param material whether people must accept it before they go on
 * @param effectiveFrom when it takes the place of the one before
 */
public record VersionView(
        LegalDocument document,
        int number,
        Text changes,
        boolean material,
        Instant publishedAt,
        Instant effectiveFrom) {
    /** Of a version. */
    public static VersionView of(Version version) {
        return new VersionView(
                version.document(),
                version.number(),
                version.changes(),
                version.material(),
                version.publishedAt(),
                version.effectiveFrom());
    }
}
