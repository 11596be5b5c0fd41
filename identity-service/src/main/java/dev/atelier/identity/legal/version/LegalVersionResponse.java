package dev.atelier.identity.legal.version;

import dev.atelier.events.LegalDocument;
import java.time.Instant;

/**
 * A version without its text.
 *
 * @param changes what is new in it, in Markdown
 * @param material whether people must accept it to go on using Atelier
 * @param effectiveFrom when it replaces the previous version
 */
public record LegalVersionResponse(
        LegalDocument document,
        int number,
        LocalizedText changes,
        boolean material,
        Instant publishedAt,
        Instant effectiveFrom) {
    public static LegalVersionResponse of(LegalVersion version) {
        return new LegalVersionResponse(
                version.document(),
                version.number(),
                version.changes(),
                version.material(),
                version.publishedAt(),
                version.effectiveFrom());
    }
}
