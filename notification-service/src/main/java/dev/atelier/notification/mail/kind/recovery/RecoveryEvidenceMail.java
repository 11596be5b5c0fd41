package dev.atelier.notification.mail.kind.recovery;

import dev.atelier.events.IdentityEvent.RecoveryEvidenceRecorded;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.notification.mail.queue.MailQueue;
import org.springframework.stereotype.Component;

/** Tells the owner of an account that evidence is recorded. */
@Component
class RecoveryEvidenceMail extends RecoveryMail {
    RecoveryEvidenceMail(MailQueue mailQueue, InternalClientFactory services) {
        super(mailQueue, services);
    }

    @Override
    public String key() {
        return "recovery-evidence";
    }

    void on(RecoveryEvidenceRecorded recovery, MessageEnvelope envelope) {
        queue(envelope, recovery.userId(), recovery.recoveryCaseId());
    }
}
