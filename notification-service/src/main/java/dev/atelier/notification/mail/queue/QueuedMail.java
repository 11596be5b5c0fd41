package dev.atelier.notification.mail.queue;

import dev.atelier.events.ConsentPurpose;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.mongo.WorkspaceOwned;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.MailKind;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One mail from the event that causes it until it is sent or dropped. It stores ids and no content: the content is
 * fetched when the mail is sent.
 *
 * @param id event id, kind and recipient, so that the same mail exists only once; also its {@code Message-ID}
 * @param kind {@link MailKind#key} in upper case with underscores
 * @param recipient {@link MailData#recipient}
 * @param lane queue lane: one for all security mails, else one per workspace and kind; null if an older version queued
 *     the mail
 * @param purpose the purpose that the recipient must have consented to when the mail is sent; null if no consent is
 *     needed
 * @param about {@link MailData#values}
 * @param attempts number of attempts, including the running one
 * @param dueAt when the next attempt may begin; while a sender holds a claim, when the claim expires
 * @param handedOver whether an attempt has begun to talk to the mail server: if it was interrupted, it is unknown
 *     whether the mail was sent
 * @param uncertain number of attempts that were interrupted in this way
 * @param outcome code of the reason why the mail was dropped or given up
 */
@Document(QueuedMail.COLLECTION)
@TypeAlias("mail")
@CompoundIndex(name = "turns", def = "{'lane': 1, 'dueAt': 1}", partialFilter = "{'state': 'QUEUED'}")
@CompoundIndex(name = "of-workspace", def = "{'workspaceId': 1, '_id': 1}")
record QueuedMail(
        @Id @NotPersonal("ids") String id,
        @Version @Nullable Long version,
        WorkspaceId workspaceId,
        @NotPersonal("a constant") String kind,
        @Nullable UserId recipient,
        @Nullable @NotPersonal("ids") String lane,
        @Nullable ConsentPurpose purpose,
        @NotPersonal("ids and display names of things") Map<String, String> about,
        MailState state,
        int attempts,
        Instant queuedAt,
        Instant dueAt,
        boolean handedOver,
        int uncertain,
        @Nullable @NotPersonal("a code") String outcome,
        @Nullable @Indexed(expireAfter = "90d") Instant endedAt)
        implements WorkspaceOwned {
    static final String COLLECTION = "mails";

    /** The lane of {@link MailKind#security} mails; it sorts before all others. */
    static final String SECURITY = "!security";

    QueuedMail {
        about = Map.copyOf(about);
    }

    /**
     * Creates a mail that is sent at {@code dueAt}, not before.
     *
     * @param cause id of the event, or of what else causes the mail
     */
    static QueuedMail of(UUID cause, MailKind kind, MailData data, Instant now, Instant dueAt) {
        var workspace = data.workspaceId();
        var recipient = data.recipient();
        return new QueuedMail(
                cause + "." + kind.key() + (recipient == null ? "" : "." + recipient),
                null,
                workspace,
                kind.key().toUpperCase(Locale.ROOT).replace('-', '_'),
                recipient,
                kind.security() ? SECURITY : workspace + "." + kind.key(),
                kind.purpose(),
                data.values(),
                MailState.QUEUED,
                0,
                now,
                dueAt,
                false,
                0,
                null,
                null);
    }

    /** Returns {@link MailKind#key} of its kind. */
    String kindKey() {
        return kind.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    MailData data() {
        return new MailData(workspaceId, recipient, about);
    }

    /** Returns this mail with a renewed claim, marked as being handed over to the mail server. */
    QueuedMail asHandedOver(Instant claimedUntil) {
        return with(state, claimedUntil, true, uncertain, outcome, endedAt);
    }

    /**
     * Returns this mail, due again. {@code perhapsTaken}: it is unknown whether the attempt that ends here sent the
     * mail.
     */
    QueuedMail retryAt(Instant at, boolean perhapsTaken) {
        return with(MailState.QUEUED, at, perhapsTaken, uncertain, outcome, endedAt);
    }

    /** Counts one attempt of which it is unknown whether it sent the mail. */
    QueuedMail countUncertain() {
        return with(state, dueAt, false, uncertain + 1, outcome, endedAt);
    }

    QueuedMail ended(MailState newState, @Nullable String newOutcome, Instant now) {
        return with(newState, dueAt, false, uncertain, newOutcome, now);
    }

    private QueuedMail with(
            MailState newState,
            Instant newDueAt,
            boolean newHandedOver,
            int newUncertain,
            @Nullable String newOutcome,
            @Nullable Instant newEndedAt) {
        return new QueuedMail(
                id,
                version,
                workspaceId,
                kind,
                recipient,
                lane,
                purpose,
                about,
                newState,
                attempts,
                queuedAt,
                newDueAt,
                newHandedOver,
                newUncertain,
                newOutcome,
                newEndedAt);
    }

    enum MailState {
        QUEUED,
        SENT,
        /** The recipient may not or cannot receive it any more: the invitation was revoked or the member removed. */
        DROPPED,
        /** The recipient has not consented to its purpose, or has withdrawn the consent. */
        SUPPRESSED,
        /** The mail server refused it for good, or all attempts failed. */
        GIVEN_UP
    }
}
