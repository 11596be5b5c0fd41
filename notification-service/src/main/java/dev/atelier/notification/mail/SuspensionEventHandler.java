package dev.atelier.notification.mail;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.AgentRunEvent.ModelConnectionSuspended;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.NotificationEvent.WebhookSuspended;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountSuspended;
import dev.atelier.events.WorkspaceEvent.IntegrationSuspended;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.inbox.DomainEventHandler;
import dev.atelier.kit.problem.NotFound;
import java.time.Clock;
import java.util.Map;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Queues a mail to the manager about what was suspended: one mail for everything, of all services, that was suspended
 * because of the same member within the delay.
 */
@Component
class SuspensionEventHandler implements DomainEventHandler {
    private final MailQueue mailQueue;
    private final MongoTemplate mongo;
    private final WorkspaceAuthorization workspaceAuthorization;
    private final SuspensionMailSettings settings;
    private final Clock clock;

    SuspensionEventHandler(
            MailQueue mailQueue,
            MongoTemplate mongo,
            WorkspaceAuthorization workspaceAuthorization,
            SuspensionMailSettings settings,
            Clock clock) {
        this.mailQueue = mailQueue;
        this.mongo = mongo;
        this.workspaceAuthorization = workspaceAuthorization;
        this.settings = settings;
        this.clock = clock;
    }

    void on(ServiceAccountSuspended suspended, MessageEnvelope fact) {
        addSuspension(fact, suspended.workspaceId(), suspended.responsible());
    }

    void on(WebhookSuspended suspended, MessageEnvelope fact) {
        addSuspension(fact, suspended.workspaceId(), suspended.responsible());
    }

    void on(IntegrationSuspended suspended, MessageEnvelope fact) {
        addSuspension(fact, suspended.workspaceId(), suspended.responsible());
    }

    void on(ModelConnectionSuspended suspended, MessageEnvelope fact) {
        addSuspension(fact, suspended.workspaceId(), suspended.responsible());
    }

    private void addSuspension(MessageEnvelope fact, WorkspaceId workspace, UserId responsible) {
        try {
            addSuspension(fact, workspace, responsible, workspaceAuthorization.managerOf(workspace));
        } catch (NotFound gone) {
            // The workspace was deleted; no mail is needed.
        }
    }

    private void addSuspension(MessageEnvelope fact, WorkspaceId workspace, UserId responsible, UserId manager) {
        var id = workspace + "." + responsible + "." + manager;
        var known = where("workspaceId").is(workspace).and("_id").is(id);
        var waiting = mongo.findOne(Query.query(known), SuspensionMail.class);
        if (waiting == null || !joinQueuedMail(workspace, waiting.mail())) {
            var now = clock.instant();
            var mail = QueuedMail.of(
                            fact.id(),
                            MailKind.RESPONSIBILITY_ENDED,
                            workspace,
                            manager,
                            Map.of("responsible", responsible.toString()),
                            now)
                    .dueLater(now.plus(settings.delay()));
            mailQueue.queue(mail);
            mongo.save(new SuspensionMail(id, workspace, mail.id(), now));
        }
    }

    /**
     * Increments the version of a mail that no sender has claimed, so that this transaction and a claim cannot both
     * commit. The mail is composed later and then contains everything suspended by then.
     */
    private boolean joinQueuedMail(WorkspaceId workspace, String mail) {
        var waiting = where("workspaceId")
                .is(workspace)
                .and("_id")
                .is(mail)
                .and("state")
                .is(QueuedMail.MailState.QUEUED)
                .and("attempts")
                .is(0);
        return mongo.updateFirst(Query.query(waiting), new Update().inc("version", 1), QueuedMail.class)
                        .getMatchedCount()
                == 1;
    }
}
