package dev.atelier.notification.mail.kind.recovery;

import dev.atelier.events.IdentityEvent.RecoveryDismissed;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.notification.mail.queue.MailQueue;
import org.springframework.stereotype.Component;

/** Tells the owner of an account that it stays locked. */
@Component
class RecoveryDismissedMail extends RecoveryMail {
    RecoveryDismissedMail(MailQueue mailQueue, InternalClientFactory services) {
        super(mailQueue, services);
    }

    @Override
    public String key() {
        return "recovery-dismissed";
    }

    void on(RecoveryDismissed recovery, MessageEnvelope envelope) {
        queue(envelope, recovery.userId(), recovery.recoveryCaseId());
    }
}
