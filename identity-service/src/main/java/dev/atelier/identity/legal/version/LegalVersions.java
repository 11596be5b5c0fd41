package dev.atelier.identity.legal.version;

import dev.atelier.events.LegalDocument;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.NotFound;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Which versions there are, and which of them is in force. */
@Component
public class LegalVersions {
    private static final Set<LegalDocument> ACCEPTED_BY_PEOPLE =
            EnumSet.of(LegalDocument.TERMS, LegalDocument.PRIVACY_POLICY);

    private final Versions versions;
    private final Clock clock;

    LegalVersions(Versions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /** Whether people accept versions of it, each for themselves. */
    public static boolean acceptedByPeople(LegalDocument document) {
        return ACCEPTED_BY_PEOPLE.contains(document);
    }

    /** Adds the next version, in the caller's transaction. */
    public void add(Version version) {
        versions.insert(StoredVersion.of(version));
    }

    /** In force now. */
    public Optional<Version> inForce(LegalDocument document) {
        return versions.findFirstByDocumentAndEffectiveFromLessThanEqualOrderByNumberDesc(document, clock.instant())
                .map(StoredVersion::version);
    }

    public Optional<Version> newest(LegalDocument document) {
        return versions.findFirstByDocumentOrderByNumberDesc(document).map(StoredVersion::version);
    }

    /** What takes the place of the one in force. */
    public Optional<Version> upcoming(LegalDocument document) {
        return newest(document).filter(version -> !version.inForce(clock.instant()));
    }

    /** The version that people must have accepted, or a later one. */
    public Optional<Version> required(LegalDocument document) {
        return versions.findFirstByDocumentAndMaterialTrueAndEffectiveFromLessThanEqualOrderByNumberDesc(
                        document, clock.instant())
                .map(StoredVersion::version);
    }

    /**
     * One version.
     *
     * @param number null for the one in force
     * @throws NotFound where there is none
     */
    public Version demand(LegalDocument document, @Nullable Integer number) {
        return (number == null
                        ? inForce(document)
                        : versions.findById(Version.id(document, number)).map(StoredVersion::version))
                .orElseThrow(NotFound::new);
    }

    /**
     * Passes a version that people may say something of: the one in force, or the newest.
     *
     * @throws NotFound where there is none at all
     * @throws NotTheVersion where it is another one
     */
    public void demandCurrent(LegalDocument document, int number) {
        int newest = newest(document).map(Version::number).orElseThrow(NotFound::new);
        if (number != newest
                && inForce(document)
                        .filter(version -> version.number() == number)
                        .isEmpty()) {
            throw new NotTheVersion(newest);
        }
    }

    /** All of a document, the newest first. */
    public Page<Version> all(LegalDocument document, PageRequest request) {
        var limit = Limit.of(request.limitAndOne());
        var cursor = request.cursor();
        var read = cursor == null
                ? versions.findByDocumentOrderByNumberDesc(document, limit)
                : versions.findByDocumentAndNumberLessThanOrderByNumberDesc(
                        document, Math.toIntExact(cursor.number(0)), limit);
        return Page.of(read, request, version -> Cursors.of(version.number())).map(StoredVersion::version);
    }
}
