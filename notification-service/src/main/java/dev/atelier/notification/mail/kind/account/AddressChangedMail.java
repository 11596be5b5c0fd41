package dev.atelier.notification.mail.kind.account;

import dev.atelier.events.IdentityEvent.AddressChanged;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.kit.http.InternalRequest;
import dev.atelier.kit.http.InternalRequestFactory;
import dev.atelier.notification.mail.queue.MailQueue;
import dev.atelier.notification.mail.rendering.MailMessages;
import dev.atelier.notification.recipient.RecipientDirectory;
import org.springframework.stereotype.Component;

/** Tells the former address of an account that the account has another one. */
@Component
class AddressChangedMail extends AddressMail {
    AddressChangedMail(
            MailQueue mailQueue,
            InternalClientFactory services,
            RecipientDirectory recipientDirectory,
            MailMessages mailMessages) {
        super(mailQueue, services, recipientDirectory, mailMessages);
    }

    @Override
    public String key() {
        return "address-changed";
    }

    void on(AddressChanged changed, MessageEnvelope envelope) {
        queue(envelope, changed.userId(), changed.addressChangeId());
    }

    @Override
    InternalRequest contentRequest(InternalRequestFactory identity, String addressChangeId) {
        return identity.get("/internal/address-changes/{addressChangeId}/notice-mail", addressChangeId);
    }
}
