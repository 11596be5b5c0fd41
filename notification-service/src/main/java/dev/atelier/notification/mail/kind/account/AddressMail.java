package dev.atelier.notification.mail.kind.account;

import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.id.AddressChangeId;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.kit.http.InternalRequest;
import dev.atelier.kit.http.InternalRequestFactory;
import dev.atelier.kit.inbox.DomainEventHandler;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.OutgoingMail;
import dev.atelier.notification.mail.queue.MailQueue;
import dev.atelier.notification.mail.rendering.MailMessages;
import dev.atelier.notification.recipient.Recipient;
import dev.atelier.notification.recipient.RecipientDirectory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes to an address that is not yet, or no longer, the address of the account. */
abstract class AddressMail implements MailKind, DomainEventHandler {
    private final MailQueue mailQueue;
    private final InternalClientFactory services;
    private final RecipientDirectory recipientDirectory;
    private final MailMessages mailMessages;

    AddressMail(
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
    public final boolean security() {
        return true;
    }

    /** Returns the request to identity-service for the content of the mail. */
    abstract InternalRequest contentRequest(InternalRequestFactory identity, String addressChangeId);

    final void queue(MessageEnvelope envelope, UserId user, AddressChangeId change) {
        mailQueue.queue(
                envelope.id(), this, MailData.withoutWorkspace(user, Map.of("addressChangeId", change.toString())));
    }

    @Override
    public final OutgoingMail compose(MailData data) {
        var identity = services.clientFor("identity-service").asService();
        var change = contentRequest(identity, data.get("addressChangeId")).retrieve(AddressMailPayload.class);
        var locale = Recipient.locale(change.locale());
        var zone = recipientDirectory.zone(data.requireRecipient());
        return new OutgoingMail(
                change.email(),
                key(),
                locale,
                List.of(mailMessages.moment(change.expiresAt(), locale, zone)),
                null,
                change.link(),
                null);
    }

    /** Response of identity-service for a change of address; the link is null if there is nothing to confirm. */
    private record AddressMailPayload(
            String email, @Nullable String link, Instant expiresAt, String locale) {}
}
