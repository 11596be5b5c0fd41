package dev.atelier.notification.mail.kind.recovery;

import dev.atelier.events.IdentityEvent.RecoveryCompleted;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.notification.mail.queue.MailQueue;
import org.springframework.stereotype.Component;

/** Tells the owner of an account that it is open again. */
@Component
class RecoveryCompletedMail extends RecoveryMail {
    RecoveryCompletedMail(MailQueue mailQueue, InternalClientFactory services) {
        super(mailQueue, services);
    }

    @Override
    public String key() {
        return "recovery-completed";
    }

    void on(RecoveryCompleted recovery, MessageEnvelope envelope) {
        queue(envelope, recovery.userId(), recovery.recoveryCaseId());
    }
}
