package dev.atelier.notification.mail.kind.run;

import dev.atelier.events.AgentRunEvent.RunCompleted;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.kit.inbox.DomainEventHandler;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.OutgoingMail;
import dev.atelier.notification.mail.kind.workspace.MemberMailComposer;
import dev.atelier.notification.mail.queue.MailQueue;
import dev.atelier.notification.mail.rendering.MailDisplayName;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the member who started a run that it is completed. */
@Component
class RunCompletedMail implements MailKind, DomainEventHandler {
    private final MailQueue mailQueue;
    private final MemberMailComposer memberMailComposer;

    RunCompletedMail(MailQueue mailQueue, MemberMailComposer memberMailComposer) {
        this.mailQueue = mailQueue;
        this.memberMailComposer = memberMailComposer;
    }

    @Override
    public String key() {
        return "run-completed";
    }

    void on(RunCompleted run, MessageEnvelope envelope) {
        var values = Map.of(
                "agent", run.agentName(),
                "projectId", run.projectId().toString(),
                "runId", run.runId().toString());
        mailQueue.queue(envelope.id(), this, new MailData(run.workspaceId(), run.startedBy(), values));
    }

    @Override
    public OutgoingMail compose(MailData data) {
        var recipient = memberMailComposer.recipient(data);
        var values = List.of(MailDisplayName.of(data.get("agent")), memberMailComposer.projectName(data));
        return memberMailComposer.compose(
                this, data, recipient, values, memberMailComposer.link(data, "runs", "runId"));
    }
}
