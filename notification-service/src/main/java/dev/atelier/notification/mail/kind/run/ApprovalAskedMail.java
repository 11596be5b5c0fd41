package dev.atelier.notification.mail.kind.run;

import dev.atelier.events.AgentRunEvent.ApprovalRequested;
import dev.atelier.events.AgentRunEvent.Approver;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.kit.http.RemoteRefusal;
import dev.atelier.kit.inbox.DomainEventHandler;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.NoMailRecipient;
import dev.atelier.notification.mail.OutgoingMail;
import dev.atelier.notification.mail.kind.workspace.ActionTitleLookup;
import dev.atelier.notification.mail.kind.workspace.ManagerLookup;
import dev.atelier.notification.mail.kind.workspace.MemberMailComposer;
import dev.atelier.notification.mail.queue.MailQueue;
import dev.atelier.notification.mail.rendering.MailDisplayName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the members who may approve a tool call for their decision. */
@Component
class ApprovalAskedMail implements MailKind, DomainEventHandler {
    private final MailQueue mailQueue;
    private final MemberMailComposer memberMailComposer;
    private final ManagerLookup managerLookup;
    private final WorkspaceAuthorization workspaceAuthorization;
    private final InternalClientFactory services;
    private final ActionTitleLookup actionTitleLookup;
    private final ToolCallText toolCallText;

    ApprovalAskedMail(
            MailQueue mailQueue,
            MemberMailComposer memberMailComposer,
            ManagerLookup managerLookup,
            WorkspaceAuthorization workspaceAuthorization,
            InternalClientFactory services,
            ActionTitleLookup actionTitleLookup,
            ToolCallText toolCallText) {
        this.mailQueue = mailQueue;
        this.memberMailComposer = memberMailComposer;
        this.managerLookup = managerLookup;
        this.workspaceAuthorization = workspaceAuthorization;
        this.services = services;
        this.actionTitleLookup = actionTitleLookup;
        this.toolCallText = toolCallText;
    }

    @Override
    public String key() {
        return "approval-asked";
    }

    void on(ApprovalRequested approval, MessageEnvelope envelope) {
        var values = Map.of(
                "approvalId", approval.approvalId().toString(),
                "projectId", approval.projectId().toString(),
                "agent", approval.agentName(),
                "tool", approval.tool(),
                "startedBy", approval.startedBy().toString());
        approvers(approval)
                .forEach(approver ->
                        mailQueue.queue(envelope.id(), this, new MailData(approval.workspaceId(), approver, values)));
    }

    private Set<UserId> approvers(ApprovalRequested approval) {
        return approval.approver() == Approver.MANAGER
                ? managerLookup.find(approval.workspaceId()).map(Set::of).orElseGet(Set::of)
                : workspaceAuthorization.findReaders(approval.workspaceId(), approval.projectId());
    }

    @Override
    public OutgoingMail compose(MailData data) {
        var recipient = memberMailComposer.recipient(data);
        var approval = services.clientFor("agent-run-service")
                .onBehalfOf(data.requireRecipient())
                .get("/internal/workspaces/{w}/approvals/{id}", data.workspaceId(), data.get("approvalId"))
                .retrieve(ApprovalPayload.class);
        if (!approval.state().equals("WAITING")) {
            throw new NoMailRecipient("decided-already");
        }
        var projectName = memberMailComposer.projectName(data);
        var arguments = approval.arguments() == null ? Map.<String, Object>of() : approval.arguments();
        var values = List.of(
                MailDisplayName.of(data.get("agent")),
                projectName,
                toolCall(data, arguments, recipient.locale()),
                memberMailComposer.userName(data, "startedBy", recipient.locale()));
        return memberMailComposer.compose(
                this, data, recipient, values, memberMailComposer.link(data, "approvals", "approvalId"));
    }

    private String toolCall(MailData data, Map<String, Object> arguments, Locale locale) {
        var actionId = arguments.get("id");
        return toolCallText.lines(
                data.get("tool"),
                arguments,
                actionId == null ? "" : actionTitle(data, actionId.toString()),
                locale,
                userId -> memberMailComposer.userName(TypedIdFactory.parse(UserId.class, userId), locale));
    }

    /** Returns an empty string if the action does not exist: a model may have invented it. */
    private String actionTitle(MailData data, String actionId) {
        try {
            return actionTitleLookup.title(data, actionId);
        } catch (RemoteRefusal e) {
            return "";
        }
    }

    /** Response of agent-run-service for an approval. */
    private record ApprovalPayload(String state, @Nullable Map<String, Object> arguments) {}
}
