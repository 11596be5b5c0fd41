package dev.atelier.notification.mail;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.AgentRunEvent.ModelConnectionSuspended;
import dev.atelier.events.Envelope;
import dev.atelier.events.NotificationEvent.WebhookSuspended;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountSuspended;
import dev.atelier.events.WorkspaceEvent.IntegrationSuspended;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.inbox.EventListener;
import dev.atelier.kit.web.NotFound;
import java.time.Clock;
import java.util.Map;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Tells the manager what was suspended: once for all that was suspended for one member's sake within a moment, of all services. */
@Component
class SuspensionMailListener implements EventListener {
    private final Mails mails;
    private final MongoTemplate mongo;
    private final Access access;
    private final SuspensionMailSettings settings;
    private final Clock clock;

    SuspensionMailListener(
            Mails mails, MongoTemplate mongo, Access access, SuspensionMailSettings settings, Clock clock) {
        this.mails = mails;
        this.mongo = mongo;
        this.access = access;
        this.settings = settings;
        this.clock = clock;
    }

    void on(ServiceAccountSuspended suspended, Envelope fact) {
        gather(fact, suspended.workspaceId(), suspended.responsible());
    }

    void on(WebhookSuspended suspended, Envelope fact) {
        gather(fact, suspended.workspaceId(), suspended.responsible());
    }

    void on(IntegrationSuspended suspended, Envelope fact) {
        gather(fact, suspended.workspaceId(), suspended.responsible());
    }

    void on(ModelConnectionSuspended suspended, Envelope fact) {
        gather(fact, suspended.workspaceId(), suspended.responsible());
    }

    private void gather(Envelope fact, WorkspaceId workspace, UserId responsible) {
        try {
            gather(fact, workspace, responsible, access.managerOf(workspace));
        } catch (NotFound gone) {
            // What ended needs no mail.
        }
    }

    private void gather(Envelope fact, WorkspaceId workspace, UserId responsible, UserId manager) {
        var id = workspace + "." + responsible + "." + manager;
        var known = where("workspaceId").is(workspace).and("_id").is(id);
        var waiting = mongo.findOne(Query.query(known), SuspensionMail.class);
        if (waiting == null || !joined(workspace, waiting.mail())) {
            var now = clock.instant();
            var mail = QueuedMail.of(
                            fact.id(),
                            Kind.RESPONSIBILITY_ENDED,
                            workspace,
                            manager,
                            Map.of("responsible", responsible.toString()),
                            now)
                    .waiting(now.plus(settings.delay()));
            mails.queue(mail);
            mongo.save(new SuspensionMail(id, workspace, mail.id(), now));
        }
    }

    /** Writes a mail that nobody has begun to send, so that this and the beginning cannot both commit; it is written of all there is then. */
    private boolean joined(WorkspaceId workspace, String mail) {
        var waiting = where("workspaceId")
                .is(workspace)
                .and("_id")
                .is(mail)
                .and("state")
                .is(QueuedMail.State.QUEUED)
                .and("attempts")
                .is(0);
        return mongo.updateFirst(Query.query(waiting), new Update().inc("version", 1), QueuedMail.class)
                        .getMatchedCount()
                == 1;
    }
}
