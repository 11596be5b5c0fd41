package dev.atelier.notification.mail.kind.recovery;

import dev.atelier.events.IdentityEvent.RecoveryConfirmed;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.notification.mail.queue.MailQueue;
import org.springframework.stereotype.Component;

/** Tells the owner of an account that they get it back. */
@Component
class RecoveryConfirmedMail extends RecoveryMail {
    RecoveryConfirmedMail(MailQueue mailQueue, InternalClientFactory services) {
        super(mailQueue, services);
    }

    @Override
    public String key() {
        return "recovery-confirmed";
    }

    void on(RecoveryConfirmed recovery, MessageEnvelope envelope) {
        queue(envelope, recovery.userId(), recovery.recoveryCaseId());
    }
}
