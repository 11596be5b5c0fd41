package dev.atelier.identity.legal.version;

import dev.atelier.events.LegalDocument;
import dev.atelier.events.id.UserId;
import java.time.Instant;

/**
 * A version of a document; never changed after publication.
 *
 * @param number from 1, without gaps
 * @param changes what is new in it
 * @param material whether people must accept it to go on using Atelier
 * @param effectiveFrom when it replaces the previous version
 */
public record LegalVersion(
        LegalDocument document,
        int number,
        LocalizedText text,
        LocalizedText changes,
        boolean material,
        Instant publishedAt,
        UserId publishedBy,
        Instant effectiveFrom) {
    /** Returns the id: the document and the number. */
    public static String id(LegalDocument document, int number) {
        return document + "." + number;
    }

    public String id() {
        return id(document, number);
    }

    boolean inForce(Instant now) {
        return !effectiveFrom.isAfter(now);
    }
}
