package dev.atelier.identity.legal.acceptance;

import dev.atelier.events.LegalDocument;
import dev.atelier.events.id.UserId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Stores what people have read and accepted. */
interface LegalAcknowledgementRepository extends Repository<LegalAcknowledgement, String> {
    LegalAcknowledgement insert(LegalAcknowledgement legalAcknowledgement);

    boolean existsById(String id);

    Optional<LegalAcknowledgement> findFirstByUserIdAndDocumentOrderByNumberDesc(UserId person, LegalDocument document);

    Optional<LegalAcknowledgement> findFirstByUserIdAndDocumentAndKindOrderByNumberDesc(
            UserId person, LegalDocument document, LegalAcknowledgement.AcknowledgementKind kind);
}
