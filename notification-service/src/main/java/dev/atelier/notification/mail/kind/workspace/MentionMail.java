package dev.atelier.notification.mail.kind.workspace;

import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.WorkspaceEvent.CommentAdded;
import dev.atelier.kit.inbox.DomainEventHandler;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.OutgoingMail;
import dev.atelier.notification.mail.queue.MailQueue;
import dev.atelier.notification.mail.rendering.MailDisplayName;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells members that a comment mentions them. */
@Component
class MentionMail implements MailKind, DomainEventHandler {
    private final MailQueue mailQueue;
    private final MemberMailComposer memberMailComposer;
    private final ActionTitleLookup actionTitleLookup;

    MentionMail(MailQueue mailQueue, MemberMailComposer memberMailComposer, ActionTitleLookup actionTitleLookup) {
        this.mailQueue = mailQueue;
        this.memberMailComposer = memberMailComposer;
        this.actionTitleLookup = actionTitleLookup;
    }

    @Override
    public String key() {
        return "mention";
    }

    /** The author of a comment gets no mail if they mention themselves. */
    void on(CommentAdded comment, MessageEnvelope envelope) {
        var values = Map.of(
                "projectId", comment.projectId().toString(),
                "actionId", comment.actionId().toString(),
                "by", comment.by().toString());
        comment.mentions().stream()
                .filter(mentioned -> !mentioned.equals(comment.by()))
                .forEach(mentioned ->
                        mailQueue.queue(envelope.id(), this, new MailData(comment.workspaceId(), mentioned, values)));
    }

    @Override
    public OutgoingMail compose(MailData data) {
        var recipient = memberMailComposer.recipient(data);
        var values = List.of(
                memberMailComposer.userName(data, "by", recipient.locale()),
                MailDisplayName.of(actionTitleLookup.title(data, data.get("actionId"))),
                memberMailComposer.projectName(data));
        return memberMailComposer.compose(this, data, recipient, values, memberMailComposer.actionLink(data));
    }
}
