package dev.atelier.notification.mail.queue;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.AcrossWorkspaces;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.MailSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.AggregationUpdate;
import org.springframework.data.mongodb.core.aggregation.ArithmeticOperators;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The queue of mails in MongoDB: the kinds of mail add mails to it, the senders claim them. */
@Component
public class MailQueue {
    private final MongoTemplate mongo;
    private final Clock clock;
    private final MailSettings settings;
    private final ApplicationEventPublisher events;
    /** The lane of the mail that was claimed last. Each instance cycles through the lanes on its own. */
    private final AtomicReference<String> turn = new AtomicReference<>(QueuedMail.SECURITY);

    /** Creates the queue; {@code events} wakes the senders of this instance. */
    public MailQueue(MongoTemplate mongo, Clock clock, MailSettings settings, ApplicationEventPublisher events) {
        this.mongo = mongo;
        this.clock = clock;
        this.settings = settings;
        this.events = events;
    }

    /**
     * Queues a mail in the running transaction. The inbox handles each event once, so a duplicate mail is a programming
     * error.
     *
     * @param cause id of the event, or of what else causes the mail
     */
    public void queue(UUID cause, MailKind kind, MailData data) {
        queue(cause, kind, data, clock.instant());
    }

    /** Queues a mail that is sent at {@code dueAt}, not before; returns its id. */
    public String queue(UUID cause, MailKind kind, MailData data, Instant dueAt) {
        var mail = QueuedMail.of(cause, kind, data, clock.instant(), dueAt);
        mongo.insert(mail);
        events.publishEvent(new MailQueued());
        return mail.id();
    }

    /**
     * Returns whether a mail still waits for its first attempt. Increments its version, so that this transaction and a
     * claim cannot both commit: what this transaction stores is in the mail when it is composed.
     */
    public boolean keepQueued(WorkspaceId workspace, String mailId) {
        var waiting = where("workspaceId")
                .is(workspace)
                .and("_id")
                .is(mailId)
                .and("state")
                .is(QueuedMail.MailState.QUEUED)
                .and("attempts")
                .is(0);
        return mongo.updateFirst(Query.query(waiting), new Update().inc("version", 1), QueuedMail.class)
                        .getMatchedCount()
                == 1;
    }

    /**
     * Claims the next mail: the security mail that is due longest, else the longest due mail of the next lane. A lane
     * holds one workspace's mails of one kind, and the lanes take turns. The incremented version fences off a sender
     * that had claimed the mail before; {@code handedOver} still shows that this sender had begun to send it.
     */
    Optional<QueuedMail> claim() {
        var before = turn.get();
        var claimed = claim(where("lane").is(QueuedMail.SECURITY))
                .or(() -> claim(where("lane").gt(before)))
                .or(() -> claim(where("lane").gt(QueuedMail.SECURITY).lte(before)))
                .or(() -> claim(where("lane").isNull()));
        claimed.map(QueuedMail::lane)
                .filter(lane -> !lane.equals(QueuedMail.SECURITY))
                .ifPresent(turn::set);
        return claimed;
    }

    @AcrossWorkspaces("the senders send the mails of all workspaces")
    private Optional<QueuedMail> claim(Criteria lanes) {
        var now = clock.instant();
        var due = Query.query(lanes.and("state")
                        .is(QueuedMail.MailState.QUEUED)
                        .and("dueAt")
                        .lte(now))
                .with(Sort.by("lane", "dueAt"));
        var claimed = AggregationUpdate.update()
                .set("dueAt")
                .toValue(claimedUntil())
                .set("attempts")
                .toValue(plus("attempts", 1))
                .set("version")
                .toValue(plus("version", 1));
        return Optional.ofNullable(
                mongo.findAndModify(due, claimed, FindAndModifyOptions.options().returnNew(true), QueuedMail.class));
    }

    /** Returns when a claim that is made or renewed now expires. */
    Instant claimedUntil() {
        return clock.instant().plus(settings.claim());
    }

    /**
     * Extends a claim if nobody has claimed the mail since: every claim increments the attempts. Does not change the
     * version, which the holder of the claim needs for saving.
     */
    void renew(QueuedMail claimed) {
        mongo.getCollection(QueuedMail.COLLECTION)
                .updateOne(
                        and(
                                eq("_id", claimed.id()),
                                eq("workspaceId", claimed.workspaceId().value()),
                                eq("state", QueuedMail.MailState.QUEUED.name()),
                                eq("attempts", claimed.attempts())),
                        set("dueAt", claimedUntil()));
    }

    /**
     * Saves the next state of a claimed mail.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException if another sender has claimed it since
     */
    QueuedMail save(QueuedMail mail) {
        return mongo.save(mail);
    }

    private static ArithmeticOperators.Add plus(String field, int more) {
        return ArithmeticOperators.Add.valueOf(field).add(more);
    }

    /** Published when a mail is queued, to wake the senders of this instance. */
    record MailQueued() {}
}
