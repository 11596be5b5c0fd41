package dev.atelier.notification.recipient;

import dev.atelier.events.ConsentPurpose;
import dev.atelier.events.id.UserId;
import org.springframework.stereotype.Component;

/** Projects which purposes users have consented to. Without an event there is no consent. */
@Component
public class RecipientConsentProjection {
    private final RecipientConsentRepository rows;

    RecipientConsentProjection(RecipientConsentRepository rows) {
        this.rows = rows;
    }

    public boolean given(UserId person, ConsentPurpose purpose) {
        return rows.findById(RecipientConsentDocument.id(person, purpose))
                .map(RecipientConsentDocument::given)
                .orElse(false);
    }

    /** Stores the consent or its withdrawal, unless a later event was handled already. */
    void recordConsent(UserId person, ConsentPurpose purpose, boolean given, long sequence) {
        var id = RecipientConsentDocument.id(person, purpose);
        if (rows.findById(id).filter(row -> row.sequence() >= sequence).isEmpty()) {
            rows.save(new RecipientConsentDocument(id, person, purpose, given, sequence));
        }
    }
}
