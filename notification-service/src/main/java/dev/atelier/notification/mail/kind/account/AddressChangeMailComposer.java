package dev.atelier.notification.mail.kind.account;

import dev.atelier.events.id.AddressChangeId;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.http.InternalRequest;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.OutgoingMail;
import dev.atelier.notification.mail.rendering.MailMessages;
import dev.atelier.notification.recipient.Recipient;
import dev.atelier.notification.recipient.RecipientDirectory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Composes mails to an address that is not yet, or no longer, the address of the account. */
@Component
class AddressChangeMailComposer {
    private final RecipientDirectory recipientDirectory;
    private final MailMessages mailMessages;

    AddressChangeMailComposer(RecipientDirectory recipientDirectory, MailMessages mailMessages) {
        this.recipientDirectory = recipientDirectory;
        this.mailMessages = mailMessages;
    }

    static MailData data(UserId user, AddressChangeId change) {
        return MailData.withoutWorkspace(user, Map.of("addressChangeId", change.toString()));
    }

    OutgoingMail compose(MailKind kind, MailData data, InternalRequest request) {
        var change = request.retrieve(AddressChangeMailPayload.class);
        var locale = Recipient.locale(change.locale());
        var zone = recipientDirectory.zone(data.requireRecipient());
        return new OutgoingMail(
                change.email(),
                kind.key(),
                locale,
                List.of(mailMessages.moment(change.expiresAt(), locale, zone)),
                null,
                change.link(),
                null);
    }

    /** Response of identity-service for a change of address; the link is null if there is nothing to confirm. */
    private record AddressChangeMailPayload(
            String email, @Nullable String link, Instant expiresAt, String locale) {}
}
