package dev.atelier.identity.legal.version;

import dev.atelier.events.LegalDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Stores all published versions. */
interface LegalVersionRepository extends Repository<LegalVersionDocument, String> {
    LegalVersionDocument insert(LegalVersionDocument version);

    Optional<LegalVersionDocument> findById(String id);

    Optional<LegalVersionDocument> findFirstByDocumentOrderByNumberDesc(LegalDocument document);

    Optional<LegalVersionDocument> findFirstByDocumentAndEffectiveFromLessThanEqualOrderByNumberDesc(
            LegalDocument document, Instant now);

    Optional<LegalVersionDocument> findFirstByDocumentAndMaterialTrueAndEffectiveFromLessThanEqualOrderByNumberDesc(
            LegalDocument document, Instant now);

    List<LegalVersionDocument> findByDocumentOrderByNumberDesc(LegalDocument document, Limit limit);

    List<LegalVersionDocument> findByDocumentAndNumberLessThanOrderByNumberDesc(
            LegalDocument document, int number, Limit limit);
}
