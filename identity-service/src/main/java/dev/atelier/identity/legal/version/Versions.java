package dev.atelier.identity.legal.version;

import dev.atelier.events.LegalDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** All versions that were ever published. */
interface Versions extends Repository<StoredVersion, String> {
    StoredVersion insert(StoredVersion version);

    Optional<StoredVersion> findById(String id);

    Optional<StoredVersion> findFirstByDocumentOrderByNumberDesc(LegalDocument document);

    Optional<StoredVersion> findFirstByDocumentAndEffectiveFromLessThanEqualOrderByNumberDesc(
            LegalDocument document, Instant now);

    Optional<StoredVersion> findFirstByDocumentAndMaterialTrueAndEffectiveFromLessThanEqualOrderByNumberDesc(
            LegalDocument document, Instant now);

    List<StoredVersion> findByDocumentOrderByNumberDesc(LegalDocument document, Limit limit);

    List<StoredVersion> findByDocumentAndNumberLessThanOrderByNumberDesc(
            LegalDocument document, int number, Limit limit);
}
