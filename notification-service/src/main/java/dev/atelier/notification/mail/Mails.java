package dev.atelier.notification.mail;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.kit.mongo.AcrossWorkspaces;
import java.time.Clock;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.AggregationUpdate;
import org.springframework.data.mongodb.core.aggregation.ArithmeticOperators;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The queue of mails. */
@Component
class Mails {
    private final MongoTemplate mongo;
    private final Clock clock;
    private final MailSettings settings;

    Mails(MongoTemplate mongo, Clock clock, MailSettings settings) {
        this.mongo = mongo;
        this.clock = clock;
        this.settings = settings;
    }

    /** In the running transaction. The same mail twice is the programmer's mistake: the inbox lets a fact in once. */
    void queue(QueuedMail mail) {
        mongo.insert(mail);
    }

    /**
     * Claims what has waited longest. The raised version fences whoever had claimed it before; that they had begun to
     * hand it over still stands in it.
     */
    @AcrossWorkspaces("the senders serve all workspaces")
    Optional<QueuedMail> claim() {
        var now = clock.instant();
        var due = Query.query(
                        where("state").is(QueuedMail.State.QUEUED).and("dueAt").lte(now))
                .with(Sort.by("dueAt"));
        var claimed = AggregationUpdate.update()
                .set("dueAt")
                .toValue(now.plus(settings.claim()))
                .set("attempts")
                .toValue(plus("attempts", 1))
                .set("version")
                .toValue(plus("version", 1));
        return Optional.ofNullable(
                mongo.findAndModify(due, claimed, FindAndModifyOptions.options().returnNew(true), QueuedMail.class));
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
