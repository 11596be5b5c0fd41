package dev.atelier.notification.mail.queue;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.atelier.kit.email.EmailAddress;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.MailSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Limits how many mails one mailbox gets in any 24 hours, for all workspaces together. Counts in one write, so that the
 * senders of all instances together never exceed the limit. Security mails are not counted and always sent.
 */
@Component
class RecipientQuotaCounter {
    static final String COLLECTION = "recipientQuotas";
    private static final Duration WINDOW = Duration.ofDays(1);

    private final MongoTemplate mongo;
    private final MailSettings settings;
    private final Clock clock;

    RecipientQuotaCounter(MongoTemplate mongo, MailSettings settings, Clock clock) {
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts the mail and returns whether it may be sent to this address; a retried mail is counted once. */
    boolean tryConsume(EmailAddress recipient, MailKind kind, String mailId) {
        if (kind.security()) {
            return true;
        }
        return kind.invitation()
                ? tryConsume("invitations:" + recipient.mailbox(), mailId, settings.invitationsPerRecipient())
                : tryConsume("mails:" + recipient.mailbox(), mailId, settings.perRecipient());
    }

    private boolean tryConsume(String key, String mail, int limit) {
        var now = clock.instant();
        var quota = mongo.getCollection(COLLECTION)
                .findOneAndUpdate(
                        eq("_id", key),
                        counted(mail, limit, now),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(quota).getList("sent", Document.class).stream()
                .anyMatch(one -> mail.equals(one.getString("mail")));
    }

    private static List<Document> counted(String mail, int limit, Instant now) {
        var recent = new Document(
                "$filter",
                new Document("input", new Document("$ifNull", List.of("$sent", List.of())))
                        .append("cond", new Document("$gt", List.of("$$this.at", Date.from(now.minus(WINDOW))))));
        var full = new Document(
                "$or",
                List.of(
                        new Document("$gte", List.of(new Document("$size", "$sent"), limit)),
                        new Document("$in", List.of(new Document("$literal", mail), "$sent.mail"))));
        var one = new Document("mail", new Document("$literal", mail)).append("at", Date.from(now));
        var more = new Document("$concatArrays", List.of("$sent", List.of(one)));
        return List.of(
                new Document("$set", new Document("sent", recent)),
                new Document(
                        "$set",
                        new Document("sent", new Document("$cond", List.of(full, "$sent", more)))
                                .append("expiresAt", Date.from(now.plus(WINDOW)))));
    }
}
