package dev.atelier.notification.mail.kind.account;

import dev.atelier.events.IdentityEvent.PolicyAnnounced;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.kit.inbox.DomainEventHandler;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.NoMailRecipient;
import dev.atelier.notification.mail.OutgoingMail;
import dev.atelier.notification.mail.queue.MailQueue;
import dev.atelier.notification.mail.rendering.MailMessages;
import dev.atelier.notification.recipient.Recipient;
import dev.atelier.notification.recipient.RecipientDirectory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Announces a new version of a legal document to a user, independent of their workspaces. */
@Component
class LegalDocumentMail implements MailKind, DomainEventHandler {
    private final MailQueue mailQueue;
    private final InternalClientFactory services;
    private final RecipientDirectory recipientDirectory;
    private final MailMessages mailMessages;

    LegalDocumentMail(
            MailQueue mailQueue,
            InternalClientFactory services,
            RecipientDirectory recipientDirectory,
            MailMessages mailMessages) {
        this.mailQueue = mailQueue;
        this.services = services;
        this.recipientDirectory = recipientDirectory;
        this.mailMessages = mailMessages;
    }

    @Override
    public String key() {
        return "legal-document";
    }

    void on(PolicyAnnounced policy, MessageEnvelope envelope) {
        var values = Map.of("document", policy.document().name(), "number", Integer.toString(policy.number()));
        mailQueue.queue(envelope.id(), this, MailData.withoutWorkspace(policy.userId(), values));
    }

    @Override
    public OutgoingMail compose(MailData data) {
        var recipient = recipientDirectory
                .findReachable(data.requireRecipient())
                .orElseThrow(() -> new NoMailRecipient("not-reachable"));
        var version = version(data, recipient);
        return new OutgoingMail(
                recipient.email(),
                key(),
                recipient.locale(),
                List.of(
                        version.title(),
                        mailMessages.moment(version.effectiveFrom(), recipient.locale(), recipient.zone()),
                        version.changes(),
                        mailMessages.getText(
                                recipient.locale(),
                                version.material() ? "legal-document.material" : "legal-document.minor")),
                null,
                version.link(),
                null);
    }

    private LegalVersionPayload version(MailData data, Recipient recipient) {
        return services.clientFor("identity-service")
                .asService()
                .get(
                        "/internal/legal-documents/{document}/versions/{number}/mail",
                        data.get("document"),
                        data.get("number"))
                .query("language", recipient.locale().toLanguageTag())
                .retrieve(LegalVersionPayload.class);
    }

    /** Response of identity-service for a version of a legal document. */
    private record LegalVersionPayload(
            String title, String changes, Instant effectiveFrom, boolean material, String link) {}
}
