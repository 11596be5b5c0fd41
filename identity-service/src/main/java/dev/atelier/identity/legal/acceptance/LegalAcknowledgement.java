package dev.atelier.identity.legal.acceptance;

import dev.atelier.events.LegalDocument;
import dev.atelier.events.id.UserId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import dev.atelier.identity.legal.version.LegalVersion;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person's reading or acceptance of a version; only added, never changed.
 *
 * @param id the person, the version and the kind, so that each is recorded once
 */
@Document("legalWords")
@TypeAlias("legal-word")
@CompoundIndex(name = "of-a-person", def = "{'userId': 1, 'document': 1, 'number': -1}")
record LegalAcknowledgement(
        @Id @NotPersonal("ids") String id,
        UserId userId,
        LegalDocument document,
        int number,

        @PersonalData(
                category = Category.PREFERENCE,
                purpose = "lets people go on who accepted, and proves it",
                basis = Basis.LEGAL_OBLIGATION,
                retention = "until the account is erased")
        AcknowledgementKind kind,

        Instant at) {
    enum AcknowledgementKind {
        /** The message about a new version was read. */
        SEEN,
        ACCEPTED
    }

    static LegalAcknowledgement of(
            UserId person, LegalDocument document, int number, AcknowledgementKind kind, Instant at) {
        return new LegalAcknowledgement(
                person + "." + LegalVersion.id(document, number) + "." + kind, person, document, number, kind, at);
    }
}
