package dev.atelier.notification.mail;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.kit.mongo.AcrossWorkspaces;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.AggregationUpdate;
import org.springframework.data.mongodb.core.aggregation.ArithmeticOperators;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The queue of mails. */
@Component
class MailQueue {
    private final MongoTemplate mongo;
    private final Clock clock;
    private final MailSettings settings;
    /** The lane that was served last. Each instance goes round by itself. */
    private final AtomicReference<String> turn = new AtomicReference<>(QueuedMail.SECURITY);

    MailQueue(MongoTemplate mongo, Clock clock, MailSettings settings) {
        this.mongo = mongo;
        this.clock = clock;
        this.settings = settings;
    }

    /** In the running transaction. The same mail twice is the programmer's mistake: the inbox lets a fact in once. */
    void queue(QueuedMail mail) {
        mongo.insert(mail);
    }

    /**
     * Claims the mail whose turn it is: of all security mails the one that has waited longest; else the lanes, a workspace's mails of a
     * kind, take turns, and of each its oldest. The raised version fences whoever had claimed it before; that they had begun to hand
     * it over still stands in it.
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

    @AcrossWorkspaces("the senders serve all workspaces")
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

    /** When a claim that is made or renewed now ends. */
    Instant claimedUntil() {
        return clock.instant().plus(settings.claim());
    }

    /** Lengthens a claim, as long as it is this one: each counts one attempt more. Leaves the version, which its holder saves with. */
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
     * Keeps a claimed mail's next state.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException where another sender has claimed it since
     */
    QueuedMail keep(QueuedMail mail) {
        return mongo.save(mail);
    }

    private static ArithmeticOperators.Add plus(String field, int more) {
        return ArithmeticOperators.Add.valueOf(field).add(more);
    }
}
