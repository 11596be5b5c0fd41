package dev.atelier.notification.consent;

import dev.atelier.events.Envelope;
import dev.atelier.events.IdentityEvent.ConsentGiven;
import dev.atelier.events.IdentityEvent.ConsentWithdrawn;
import dev.atelier.kit.inbox.EventListener;
import org.springframework.stereotype.Component;

@Component
class ConsentListener implements EventListener {
    private final Consents consents;

    ConsentListener(Consents consents) {
        this.consents = consents;
    }

    void on(ConsentGiven consent, Envelope fact) {
        consents.note(consent.userId(), consent.purpose(), true, fact.sequence());
    }

    void on(ConsentWithdrawn consent, Envelope fact) {
        consents.note(consent.userId(), consent.purpose(), false, fact.sequence());
    }
}
