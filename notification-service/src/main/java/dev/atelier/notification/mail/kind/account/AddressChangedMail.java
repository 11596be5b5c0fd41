package dev.atelier.notification.mail.kind.account;

import dev.atelier.events.IdentityEvent.AddressChanged;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.kit.inbox.DomainEventHandler;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.OutgoingMail;
import dev.atelier.notification.mail.queue.MailQueue;
import org.springframework.stereotype.Component;

/** Tells the former address of an account that the account has another one. */
@Component
class AddressChangedMail implements MailKind, DomainEventHandler {
    private final MailQueue mailQueue;
    private final InternalClientFactory services;
    private final AddressChangeMailComposer addressChangeMailComposer;

    AddressChangedMail(
            MailQueue mailQueue, InternalClientFactory services, AddressChangeMailComposer addressChangeMailComposer) {
        this.mailQueue = mailQueue;
        this.services = services;
        this.addressChangeMailComposer = addressChangeMailComposer;
    }

    @Override
    public String key() {
        return "address-changed";
    }

    @Override
    public boolean security() {
        return true;
    }

    void on(AddressChanged changed, MessageEnvelope envelope) {
        mailQueue.queue(
                envelope.id(), this, AddressChangeMailComposer.data(changed.userId(), changed.addressChangeId()));
    }

    @Override
    public OutgoingMail compose(MailData data) {
        var request = services.clientFor("identity-service")
                .asService()
                .get("/internal/address-changes/{addressChangeId}/notice-mail", data.get("addressChangeId"));
        return addressChangeMailComposer.compose(this, data, request);
    }
}
