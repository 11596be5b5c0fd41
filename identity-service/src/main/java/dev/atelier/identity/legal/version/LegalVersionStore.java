package dev.atelier.identity.legal.version;

import dev.atelier.events.LegalDocument;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.PageCursorCodec;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Finds versions, and the ones in force. */
@Component
public class LegalVersionStore {
    private static final Set<LegalDocument> ACCEPTED_BY_PEOPLE =
            EnumSet.of(LegalDocument.TERMS, LegalDocument.PRIVACY_POLICY);

    private final LegalVersionRepository legalVersionRepository;
    private final Clock clock;

    LegalVersionStore(LegalVersionRepository legalVersionRepository, Clock clock) {
        this.legalVersionRepository = legalVersionRepository;
        this.clock = clock;
    }

    /** Whether each person accepts this document for themselves. */
    public static boolean acceptedByPeople(LegalDocument document) {
        return ACCEPTED_BY_PEOPLE.contains(document);
    }

    /** Adds the next version, in the caller's transaction. */
    public void add(LegalVersion version) {
        legalVersionRepository.insert(LegalVersionDocument.of(version));
    }

    /** Returns the version in force now. */
    public Optional<LegalVersion> findInForce(LegalDocument document) {
        return legalVersionRepository
                .findFirstByDocumentAndEffectiveFromLessThanEqualOrderByNumberDesc(document, clock.instant())
                .map(LegalVersionDocument::version);
    }

    public Optional<LegalVersion> newest(LegalDocument document) {
        return legalVersionRepository
                .findFirstByDocumentOrderByNumberDesc(document)
                .map(LegalVersionDocument::version);
    }

    /** Returns the version that will replace the one in force. */
    public Optional<LegalVersion> upcoming(LegalDocument document) {
        return newest(document).filter(version -> !version.inForce(clock.instant()));
    }

    /** Returns the newest material version in force: people must have accepted it or a later one. */
    public Optional<LegalVersion> required(LegalDocument document) {
        return legalVersionRepository
                .findFirstByDocumentAndMaterialTrueAndEffectiveFromLessThanEqualOrderByNumberDesc(
                        document, clock.instant())
                .map(LegalVersionDocument::version);
    }

    /**
     * Returns a version.
     *
     * @param number null for the one in force
     * @throws NotFound where there is none
     */
    public LegalVersion require(LegalDocument document, @Nullable Integer number) {
        return (number == null
                        ? findInForce(document)
                        : legalVersionRepository
                                .findById(LegalVersion.id(document, number))
                                .map(LegalVersionDocument::version))
                .orElseThrow(NotFound::new);
    }

    /**
     * Checks that the version is in force or the newest.
     *
     * @throws NotFound where the document has no version
     * @throws LegalVersionNotCurrent where it is another one
     */
    public void requireCurrent(LegalDocument document, int number) {
        int newest = newest(document).map(LegalVersion::number).orElseThrow(NotFound::new);
        if (number != newest
                && findInForce(document)
                        .filter(version -> version.number() == number)
                        .isEmpty()) {
            throw new LegalVersionNotCurrent(newest);
        }
    }

    /** Returns all versions of a document, the newest first. */
    public CursorPage<LegalVersion> all(LegalDocument document, CursorPageRequest request) {
        var limit = Limit.of(request.limitPlusOne());
        var cursor = request.cursor();
        var read = cursor == null
                ? legalVersionRepository.findByDocumentOrderByNumberDesc(document, limit)
                : legalVersionRepository.findByDocumentAndNumberLessThanOrderByNumberDesc(
                        document, Math.toIntExact(cursor.number(0)), limit);
        return CursorPage.of(read, request, version -> PageCursorCodec.of(version.number()))
                .map(LegalVersionDocument::version);
    }
}
