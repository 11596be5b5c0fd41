package dev.atelier.notification.mail.kind.account;

import dev.atelier.events.ContactEvent.ContactRequestAnswered;
import dev.atelier.events.MessageEnvelope;
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
import org.springframework.stereotype.Component;

/** Brings the operator's answer to the author of a contact request, who may have no account. */
@Component
class ContactAnswerMail implements MailKind, DomainEventHandler {
    private final MailQueue mailQueue;
    private final InternalClientFactory services;

    ContactAnswerMail(MailQueue mailQueue, InternalClientFactory services) {
        this.mailQueue = mailQueue;
        this.services = services;
    }

    @Override
    public String key() {
        return "contact-answer";
    }

    void on(ContactRequestAnswered answered, MessageEnvelope envelope) {
        var values = Map.of("contactRequestId", answered.contactRequestId().toString());
        mailQueue.queue(envelope.id(), this, MailData.withoutWorkspace(null, values));
    }

    @Override
    public OutgoingMail compose(MailData data) {
        var answer = services.clientFor("identity-service")
                .asService()
                .get("/internal/contact-requests/{id}/mail", data.get("contactRequestId"))
                .retrieve(ContactAnswerPayload.class);
        return new OutgoingMail(
                answer.email(),
                key(),
                Recipient.locale(answer.locale()),
                List.of(MailDisplayName.of(answer.name()), answer.text()),
                null,
                null,
                null);
    }

    /** Response of identity-service for an answered contact request. */
    private record ContactAnswerPayload(String email, String name, String text, String locale) {}
}
