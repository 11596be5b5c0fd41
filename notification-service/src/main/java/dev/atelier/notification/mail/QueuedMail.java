package dev.atelier.notification.mail;

import dev.atelier.events.ConsentPurpose;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.mongo.WorkspaceOwned;
import java.time.Instant;
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
 * One mail from the fact it tells of to its end. It holds ids and no content: what it says is asked for when it is sent.
 *
 * @param id the fact's id, the kind and the recipient: there is never a second mail of the same; also its
 *     {@code Message-ID}
 * @param recipient null for who is only an address, which the service that knows it is asked for
 * @param lane whose turn it takes: one for all security mails, else one for each workspace and kind; null where an older version
 *     queued it
 * @param purpose what its recipient must have agreed to when it is sent; null where the mail needs no consent
 * @param about ids and names of things that the text needs, by name
 * @param attempts how often it was tried
 * @param dueAt when the next try may begin; while somebody sends it, the end of their claim
 * @param handedOver whether a try had begun to speak to the mail server: if that try was cut off, nobody knows whether
 *     the mail went out
 * @param uncertain how many tries ended so
 * @param outcome why it was dropped or given up, a code
 */
@Document(QueuedMail.COLLECTION)
@TypeAlias("mail")
@CompoundIndex(name = "turns", def = "{'lane': 1, 'dueAt': 1}", partialFilter = "{'state': 'QUEUED'}")
@CompoundIndex(name = "of-workspace", def = "{'workspaceId': 1, '_id': 1}")
record QueuedMail(
        @Id @NotPersonal("ids") String id,
        @Version @Nullable Long version,
        WorkspaceId workspaceId,
        MailKind kind,
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

    /** Stands for the workspace in a mail that belongs to none: the operator's own. */
    static final WorkspaceId THE_OPERATORS = new WorkspaceId(new UUID(0, 0));

    /** The lane of {@link MailKind#security}; it sorts before all others. */
    static final String SECURITY = "!security";

    QueuedMail {
        about = Map.copyOf(about);
    }

    static QueuedMail of(
            UUID fact,
            MailKind kind,
            WorkspaceId workspace,
            @Nullable UserId recipient,
            Map<String, String> about,
            Instant now) {
        var id = fact + "." + kind.key() + (recipient == null ? "" : "." + recipient);
        var lane = kind.security() ? SECURITY : workspace + "." + kind.key();
        return new QueuedMail(
                id,
                null,
                workspace,
                kind,
                recipient,
                lane,
                null,
                about,
                MailState.QUEUED,
                0,
                now,
                now,
                false,
                0,
                null,
                null);
    }

    /** The same, sent later. */
    QueuedMail waiting(Instant later) {
        return again(later, false);
    }

    /** The same, for nobody who does not agree to this purpose. */
    QueuedMail onlyWith(ConsentPurpose needed) {
        return new QueuedMail(
                id,
                version,
                workspaceId,
                kind,
                recipient,
                lane,
                needed,
                about,
                state,
                attempts,
                queuedAt,
                dueAt,
                handedOver,
                uncertain,
                outcome,
                endedAt);
    }

    /** What the text needs under that name. */
    String about(String name) {
        return about.getOrDefault(name, "");
    }

    /** Claimed until then. */
    QueuedMail handingOver(Instant claimedUntil) {
        return with(state, claimedUntil, true, uncertain, outcome, endedAt);
    }

    /** {@code perhapsTaken}: nobody knows whether the try that ends here sent it. */
    QueuedMail again(Instant at, boolean perhapsTaken) {
        return with(MailState.QUEUED, at, perhapsTaken, uncertain, outcome, endedAt);
    }

    /** Nobody knows whether the last try sent it: it is counted, once. */
    QueuedMail uncertainOnceMore() {
        return with(state, dueAt, false, uncertain + 1, outcome, endedAt);
    }

    QueuedMail ended(MailState how, @Nullable String why, Instant now) {
        return with(how, dueAt, false, uncertain, why, now);
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
        /** Nobody may or can have it any more: the invitation was revoked, the member removed. */
        DROPPED,
        /** Its recipient does not agree, or no longer, to what it is sent for. */
        SUPPRESSED,
        /** The mail server would not take it, over all tries. */
        GIVEN_UP
    }
}
