package dev.atelier.notification.mail.queue;

import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The mails that were sent to one mailbox within the last day.
 *
 * @param id mailbox and quota kind
 * @param sent mails by id: a retried mail counts once
 */
@TypeAlias("recipient-quota")
@Document(RecipientQuotaCounter.COLLECTION)
record RecipientQuotaDocument(
        @Id
        @PersonalData(
                category = Category.CONTACT,
                purpose = "limits how many mails one address gets in a day",
                basis = Basis.LEGITIMATE_INTEREST,
                retention = "one day after its last mail")
        String id,

        List<SentMail> sent,
        @Indexed(expireAfter = "0s") Instant expiresAt) {
    RecipientQuotaDocument {
        sent = List.copyOf(sent);
    }

    /** A counted mail. */
    record SentMail(@NotPersonal("ids") String mail, Instant at) {}
}
