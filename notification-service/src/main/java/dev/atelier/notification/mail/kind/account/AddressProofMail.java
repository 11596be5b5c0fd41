package dev.atelier.notification.mail.kind.account;

import dev.atelier.events.IdentityEvent.AddressChangeRequested;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.kit.inbox.DomainEventHandler;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.OutgoingMail;
import dev.atelier.notification.mail.queue.MailQueue;
import org.springframework.stereotype.Component;

/** Asks the owner of a new address to confirm it. */
@Component
class AddressProofMail implements MailKind, DomainEventHandler {
    private final MailQueue mailQueue;
    private final InternalClientFactory services;
    private final AddressChangeMailComposer addressChangeMailComposer;

    AddressProofMail(
            MailQueue mailQueue, InternalClientFactory services, AddressChangeMailComposer addressChangeMailComposer) {
        this.mailQueue = mailQueue;
        this.services = services;
        this.addressChangeMailComposer = addressChangeMailComposer;
    }

    @Override
    public String key() {
        return "address-proof";
    }

    @Override
    public boolean security() {
        return true;
    }

    void on(AddressChangeRequested requested, MessageEnvelope envelope) {
        mailQueue.queue(
                envelope.id(), this, AddressChangeMailComposer.data(requested.userId(), requested.addressChangeId()));
    }

    /** Each call makes a new link. */
    @Override
    public OutgoingMail compose(MailData data) {
        var request = services.clientFor("identity-service")
                .asService()
                .post("/internal/address-changes/{addressChangeId}/confirmation-mail", data.get("addressChangeId"));
        return addressChangeMailComposer.compose(this, data, request);
    }
}
