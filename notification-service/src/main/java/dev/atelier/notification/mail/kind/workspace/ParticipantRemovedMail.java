package dev.atelier.notification.mail.kind.workspace;

import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.WorkspaceEvent.ParticipantRemoved;
import dev.atelier.kit.inbox.DomainEventHandler;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.OutgoingMail;
import dev.atelier.notification.mail.queue.MailQueue;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells a member who removed them from a project. */
@Component
class ParticipantRemovedMail implements MailKind, DomainEventHandler {
    private final MailQueue mailQueue;
    private final MemberMailComposer memberMailComposer;

    ParticipantRemovedMail(MailQueue mailQueue, MemberMailComposer memberMailComposer) {
        this.mailQueue = mailQueue;
        this.memberMailComposer = memberMailComposer;
    }

    @Override
    public String key() {
        return "participant-removed";
    }

    void on(ParticipantRemoved removed, MessageEnvelope envelope) {
        var values = Map.of(
                "projectId", removed.projectId().toString(),
                "by", removed.by().toString());
        mailQueue.queue(envelope.id(), this, new MailData(removed.workspaceId(), removed.participant(), values));
    }

    /** A removed participant is still a member of the workspace and knew the project's name. */
    @Override
    public OutgoingMail compose(MailData data) {
        var recipient = memberMailComposer.recipient(data);
        var values = List.of(
                memberMailComposer.userName(data, "by", recipient.locale()),
                memberMailComposer.anyProjectName(data),
                memberMailComposer.workspaceName(data));
        return memberMailComposer.compose(this, data, recipient, values, memberMailComposer.workspaceLink(data));
    }
}
