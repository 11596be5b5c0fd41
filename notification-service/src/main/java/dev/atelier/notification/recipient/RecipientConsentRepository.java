package dev.atelier.notification.recipient;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface RecipientConsentRepository extends Repository<RecipientConsentDocument, String> {
    Optional<RecipientConsentDocument> findById(String id);

    RecipientConsentDocument save(RecipientConsentDocument row);
}
