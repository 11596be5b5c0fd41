package dev.atelier.notification.mail.kind.suspension;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.AgentRunEvent.ModelConnectionSuspended;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.NotificationEvent.WebhookSuspended;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountSuspended;
import dev.atelier.events.WorkspaceEvent.IntegrationSuspended;
import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.inbox.DomainEventHandler;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.OutgoingMail;
import dev.atelier.notification.mail.kind.workspace.ManagerLookup;
import dev.atelier.notification.mail.kind.workspace.MemberMailComposer;
import dev.atelier.notification.mail.queue.MailQueue;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Tells the manager what was suspended: one mail for everything, of all services, that was suspended because of the
 * same member within the delay.
 */
@Component
class ResponsibilityEndedMail implements MailKind, DomainEventHandler {
    private final MailQueue mailQueue;
    private final MongoTemplate mongo;
    private final ManagerLookup managerLookup;
    private final MemberMailComposer memberMailComposer;
    private final SuspendedItemList suspendedItemList;
    private final SuspensionMailSettings settings;
    private final Clock clock;

    ResponsibilityEndedMail(
            MailQueue mailQueue,
            MongoTemplate mongo,
            ManagerLookup managerLookup,
            MemberMailComposer memberMailComposer,
            SuspendedItemList suspendedItemList,
            SuspensionMailSettings settings,
            Clock clock) {
        this.mailQueue = mailQueue;
        this.mongo = mongo;
        this.managerLookup = managerLookup;
        this.memberMailComposer = memberMailComposer;
        this.suspendedItemList = suspendedItemList;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "responsibility-ended";
    }

    void on(ServiceAccountSuspended suspended, MessageEnvelope envelope) {
        addSuspension(envelope, suspended.workspaceId(), suspended.responsible());
    }

    void on(WebhookSuspended suspended, MessageEnvelope envelope) {
        addSuspension(envelope, suspended.workspaceId(), suspended.responsible());
    }

    void on(IntegrationSuspended suspended, MessageEnvelope envelope) {
        addSuspension(envelope, suspended.workspaceId(), suspended.responsible());
    }

    void on(ModelConnectionSuspended suspended, MessageEnvelope envelope) {
        addSuspension(envelope, suspended.workspaceId(), suspended.responsible());
    }

    private void addSuspension(MessageEnvelope envelope, WorkspaceId workspace, UserId responsible) {
        managerLookup.find(workspace).ifPresent(manager -> addSuspension(envelope, workspace, responsible, manager));
    }

    /** The mail is composed later and then contains everything that is suspended by then. */
    private void addSuspension(MessageEnvelope envelope, WorkspaceId workspace, UserId responsible, UserId manager) {
        var id = workspace + "." + responsible + "." + manager;
        var known = where("workspaceId").is(workspace).and("_id").is(id);
        var newest = mongo.findOne(Query.query(known), SuspensionMailDocument.class);
        if (newest == null || !mailQueue.keepQueued(workspace, newest.mail())) {
            var now = clock.instant();
            var data = new MailData(workspace, manager, Map.of("responsible", responsible.toString()));
            var mailId = mailQueue.queue(envelope.id(), this, data, now.plus(settings.delay()));
            mongo.save(new SuspensionMailDocument(id, workspace, mailId, now));
        }
    }

    @Override
    public OutgoingMail compose(MailData data) {
        var recipient = memberMailComposer.recipient(data);
        var responsible = TypedIdFactory.parse(UserId.class, data.get("responsible"));
        var items = suspendedItemList.text(data.workspaceId(), responsible, recipient.locale());
        var values = List.of(
                memberMailComposer.workspaceName(data),
                memberMailComposer.userName(responsible, recipient.locale()),
                items);
        return memberMailComposer.compose(this, data, recipient, values, memberMailComposer.workspaceLink(data));
    }
}
