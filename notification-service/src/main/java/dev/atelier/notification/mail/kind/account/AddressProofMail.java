package dev.atelier.notification.mail.kind.account;

import dev.atelier.events.IdentityEvent.AddressChangeRequested;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.kit.http.InternalRequest;
import dev.atelier.kit.http.InternalRequestFactory;
import dev.atelier.notification.mail.queue.MailQueue;
import dev.atelier.notification.mail.rendering.MailMessages;
import dev.atelier.notification.recipient.RecipientDirectory;
import org.springframework.stereotype.Component;

/** Asks the owner of a new address to confirm it. */
@Component
class AddressProofMail extends AddressMail {
    AddressProofMail(
            MailQueue mailQueue,
            InternalClientFactory services,
            RecipientDirectory recipientDirectory,
            MailMessages mailMessages) {
        super(mailQueue, services, recipientDirectory, mailMessages);
    }

    @Override
    public String key() {
        return "address-proof";
    }

    void on(AddressChangeRequested requested, MessageEnvelope envelope) {
        queue(envelope, requested.userId(), requested.addressChangeId());
    }

    /** Each request makes a new link. */
    @Override
    InternalRequest contentRequest(InternalRequestFactory identity, String addressChangeId) {
        return identity.post("/internal/address-changes/{addressChangeId}/confirmation-mail", addressChangeId);
    }
}
