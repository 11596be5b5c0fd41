package dev.atelier.notification.mail.kind.recovery;

import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.id.RecoveryCaseId;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.kit.inbox.DomainEventHandler;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.OutgoingMail;
import dev.atelier.notification.mail.queue.MailQueue;
import dev.atelier.notification.mail.rendering.MailDisplayName;
import dev.atelier.notification.recipient.Recipient;
import java.util.List;
import java.util.Map;

/**
 * Goes to a user whose account is or was locked. Has no link: an attacker who controls the account would copy these
 * mails first.
 */
abstract class RecoveryMail implements MailKind, DomainEventHandler {
    private final MailQueue mailQueue;
    private final InternalClientFactory services;

    RecoveryMail(MailQueue mailQueue, InternalClientFactory services) {
        this.mailQueue = mailQueue;
        this.services = services;
    }

    @Override
    public final boolean security() {
        return true;
    }

    /**
     * Goes to the address of the account and to the address where the owner can be reached, which belongs to no
     * account.
     */
    final void queue(MessageEnvelope envelope, UserId user, RecoveryCaseId recoveryCaseId) {
        var id = recoveryCaseId.toString();
        mailQueue.queue(
                envelope.id(), this, MailData.withoutWorkspace(user, Map.of("recoveryCaseId", id, "to", "ACCOUNT")));
        mailQueue.queue(
                envelope.id(), this, MailData.withoutWorkspace(null, Map.of("recoveryCaseId", id, "to", "OWNER")));
    }

    @Override
    public final OutgoingMail compose(MailData data) {
        var recipient = services.clientFor("identity-service")
                .asService()
                .get("/internal/recovery-cases/{id}/mail", data.get("recoveryCaseId"))
                .query("recipient", data.get("to"))
                .retrieve(RecoveryMailPayload.class);
        return new OutgoingMail(
                recipient.email(),
                key(),
                Recipient.locale(recipient.locale()),
                List.of(MailDisplayName.of(recipient.name())),
                null,
                null,
                null);
    }

    /** Response of identity-service for the recipient of a recovery mail. */
    private record RecoveryMailPayload(String email, String name, String locale) {}
}
