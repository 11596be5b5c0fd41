package dev.atelier.notification.recipient;

import dev.atelier.events.IdentityEvent.ConsentGiven;
import dev.atelier.events.IdentityEvent.ConsentWithdrawn;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.kit.inbox.DomainEventHandler;
import org.springframework.stereotype.Component;

@Component
class ConsentEventHandler implements DomainEventHandler {
    private final RecipientConsentProjection recipientConsentProjection;

    ConsentEventHandler(RecipientConsentProjection recipientConsentProjection) {
        this.recipientConsentProjection = recipientConsentProjection;
    }

    void on(ConsentGiven consent, MessageEnvelope fact) {
        recipientConsentProjection.recordConsent(consent.userId(), consent.purpose(), true, fact.sequence());
    }

    void on(ConsentWithdrawn consent, MessageEnvelope fact) {
        recipientConsentProjection.recordConsent(consent.userId(), consent.purpose(), false, fact.sequence());
    }
}
