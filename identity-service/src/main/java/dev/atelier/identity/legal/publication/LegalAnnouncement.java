package dev.atelier.identity.legal.publication;

import dev.atelier.events.LegalDocument;
import dev.atelier.events.id.UserId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.identity.legal.version.LegalVersion;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Progress of the announcement of a version to people who were active when it was published.
 *
 * @param id the version's id
 * @param since the first day, UTC, on which a sign-in counts as active
 * @param after the last person processed; null before the first
 * @param told number of people notified so far
 */
@Document("legalMailings")
@TypeAlias("legal-mailing")
record LegalAnnouncement(
        @Id @NotPersonal("a document and a number") String id,
        @Version @Nullable Long lock,
        LegalDocument document,
        int number,
        LocalDate since,
        @Nullable UserId after,
        long told,
        @Indexed boolean done) {
    static String id(LegalDocument document, int number) {
        return LegalVersion.id(document, number);
    }

    static LegalAnnouncement of(LegalDocument document, int number, LocalDate since) {
        return new LegalAnnouncement(id(document, number), null, document, number, since, null, 0, false);
    }

    LegalAnnouncement advanceTo(UserId last, int more) {
        return new LegalAnnouncement(id, lock, document, number, since, last, told + more, false);
    }

    LegalAnnouncement finished() {
        return new LegalAnnouncement(id, lock, document, number, since, after, told, true);
    }
}
