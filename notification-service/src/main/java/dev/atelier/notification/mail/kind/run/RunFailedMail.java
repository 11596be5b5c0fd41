package dev.atelier.notification.mail.kind.run;

import dev.atelier.events.AgentRunEvent.RunFailed;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.kit.inbox.DomainEventHandler;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.OutgoingMail;
import dev.atelier.notification.mail.kind.workspace.MemberMailComposer;
import dev.atelier.notification.mail.queue.MailQueue;
import dev.atelier.notification.mail.rendering.MailDisplayName;
import dev.atelier.notification.mail.rendering.MailMessages;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the member who started a run why it failed. */
@Component
class RunFailedMail implements MailKind, DomainEventHandler {
    private final MailQueue mailQueue;
    private final MemberMailComposer memberMailComposer;
    private final MailMessages mailMessages;

    RunFailedMail(MailQueue mailQueue, MemberMailComposer memberMailComposer, MailMessages mailMessages) {
        this.mailQueue = mailQueue;
        this.memberMailComposer = memberMailComposer;
        this.mailMessages = mailMessages;
    }

    @Override
    public String key() {
        return "run-failed";
    }

    void on(RunFailed run, MessageEnvelope envelope) {
        var values = Map.of(
                "agent", run.agentName(),
                "projectId", run.projectId().toString(),
                "runId", run.runId().toString(),
                "code", run.code());
        mailQueue.queue(envelope.id(), this, new MailData(run.workspaceId(), run.startedBy(), values));
    }

    @Override
    public OutgoingMail compose(MailData data) {
        var recipient = memberMailComposer.recipient(data);
        var values = List.of(
                MailDisplayName.of(data.get("agent")),
                memberMailComposer.projectName(data),
                mailMessages.reason(recipient.locale(), "run-failed.why", data.get("code")));
        return memberMailComposer.compose(
                this, data, recipient, values, memberMailComposer.link(data, "runs", "runId"));
    }
}
