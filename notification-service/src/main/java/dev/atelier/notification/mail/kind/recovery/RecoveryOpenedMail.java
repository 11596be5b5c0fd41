package dev.atelier.notification.mail.kind.recovery;

import dev.atelier.events.IdentityEvent.RecoveryOpened;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.notification.mail.queue.MailQueue;
import org.springframework.stereotype.Component;

/** Tells the owner of an account that it is locked. */
@Component
class RecoveryOpenedMail extends RecoveryMail {
    RecoveryOpenedMail(MailQueue mailQueue, InternalClientFactory services) {
        super(mailQueue, services);
    }

    @Override
    public String key() {
        return "recovery-opened";
    }

    void on(RecoveryOpened recovery, MessageEnvelope envelope) {
        queue(envelope, recovery.userId(), recovery.recoveryCaseId());
    }
}
