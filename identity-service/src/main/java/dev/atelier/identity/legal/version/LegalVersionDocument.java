package dev.atelier.identity.legal.version;

import dev.atelier.events.LegalDocument;
import dev.atelier.events.privacy.NotPersonal;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The stored form of a version.
 *
 * @param id the document and the number, so that two concurrent publications cannot get the same number
 */
@Document("legalVersions")
@TypeAlias("legal-version")
@CompoundIndex(name = "numbers", def = "{'document': 1, 'number': -1}", unique = true)
record LegalVersionDocument(
        @Id @NotPersonal("a document and a number") String id,
        LegalDocument document,
        int number,
        boolean material,
        Instant effectiveFrom,
        LegalVersion version) {
    static LegalVersionDocument of(LegalVersion version) {
        return new LegalVersionDocument(
                version.id(),
                version.document(),
                version.number(),
                version.material(),
                version.effectiveFrom(),
                version);
    }
}
