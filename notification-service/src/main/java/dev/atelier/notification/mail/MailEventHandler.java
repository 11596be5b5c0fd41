package dev.atelier.notification.mail;

import dev.atelier.events.AgentRunEvent.ApprovalRequested;
import dev.atelier.events.AgentRunEvent.Approver;
import dev.atelier.events.AgentRunEvent.RunCompleted;
import dev.atelier.events.AgentRunEvent.RunFailed;
import dev.atelier.events.ContactEvent.ContactRequestAnswered;
import dev.atelier.events.IdentityEvent.AddressChangeRequested;
import dev.atelier.events.IdentityEvent.AddressChanged;
import dev.atelier.events.IdentityEvent.PolicyAnnounced;
import dev.atelier.events.IdentityEvent.RecoveryCompleted;
import dev.atelier.events.IdentityEvent.RecoveryConfirmed;
import dev.atelier.events.IdentityEvent.RecoveryDismissed;
import dev.atelier.events.IdentityEvent.RecoveryEvidenceRecorded;
import dev.atelier.events.IdentityEvent.RecoveryOpened;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.NotificationEvent.WebhookPauseReason;
import dev.atelier.events.NotificationEvent.WebhookPaused;
import dev.atelier.events.ReportEvent.ReportReady;
import dev.atelier.events.SecurityEvent.SecurityAlertRaised;
import dev.atelier.events.WorkspaceEvent.CommentAdded;
import dev.atelier.events.WorkspaceEvent.MemberInvited;
import dev.atelier.events.WorkspaceEvent.ParticipantRemoved;
import dev.atelier.events.id.AddressChangeId;
import dev.atelier.events.id.RecoveryCaseId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.inbox.DomainEventHandler;
import dev.atelier.kit.problem.NotFound;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Maps each event to the mails it causes and their recipients. */
@Component
class MailEventHandler implements DomainEventHandler {
    private final MailQueue mailQueue;
    private final WorkspaceAuthorization workspaceAuthorization;
    private final SecurityAlarmMailer alarms;
    private final ApplicationEventPublisher wakes;
    private final Clock clock;

    MailEventHandler(
            MailQueue mailQueue,
            WorkspaceAuthorization workspaceAuthorization,
            SecurityAlarmMailer alarms,
            ApplicationEventPublisher wakes,
            Clock clock) {
        this.mailQueue = mailQueue;
        this.workspaceAuthorization = workspaceAuthorization;
        this.alarms = alarms;
        this.wakes = wakes;
        this.clock = clock;
    }

    void on(MemberInvited invited, MessageEnvelope fact) {
        queue(
                fact,
                MailKind.INVITATION,
                invited.workspaceId(),
                null,
                Map.of("invitationId", invited.invitationId().toString()));
    }

    /** The author of a comment gets no mail if they mention themselves. */
    void on(CommentAdded comment, MessageEnvelope fact) {
        for (var reader : comment.mentions()) {
            if (!reader.equals(comment.by())) {
                queue(
                        fact,
                        MailKind.MENTION,
                        comment.workspaceId(),
                        reader,
                        Map.of(
                                "projectId", comment.projectId().toString(),
                                "actionId", comment.actionId().toString(),
                                "by", comment.by().toString()));
            }
        }
    }

    void on(ParticipantRemoved removed, MessageEnvelope fact) {
        queue(
                fact,
                MailKind.PARTICIPANT_REMOVED,
                removed.workspaceId(),
                removed.participant(),
                Map.of(
                        "projectId",
                        removed.projectId().toString(),
                        "by",
                        removed.by().toString()));
    }

    void on(ApprovalRequested asked, MessageEnvelope fact) {
        var deciders = asked.approver() == Approver.MANAGER
                ? manager(asked.workspaceId())
                : workspaceAuthorization.findReaders(asked.workspaceId(), asked.projectId());
        for (var decider : deciders) {
            queue(
                    fact,
                    MailKind.APPROVAL_ASKED,
                    asked.workspaceId(),
                    decider,
                    Map.of(
                            "approvalId", asked.approvalId().toString(),
                            "projectId", asked.projectId().toString(),
                            "agent", asked.agentName(),
                            "tool", asked.tool(),
                            "startedBy", asked.startedBy().toString()));
        }
    }

    void on(RunCompleted run, MessageEnvelope fact) {
        queue(
                fact,
                MailKind.RUN_COMPLETED,
                run.workspaceId(),
                run.startedBy(),
                Map.of(
                        "agent", run.agentName(),
                        "projectId", run.projectId().toString(),
                        "runId", run.runId().toString()));
    }

    void on(RunFailed run, MessageEnvelope fact) {
        queue(
                fact,
                MailKind.RUN_FAILED,
                run.workspaceId(),
                run.startedBy(),
                Map.of(
                        "agent", run.agentName(),
                        "projectId", run.projectId().toString(),
                        "runId", run.runId().toString(),
                        "code", run.code()));
    }

    void on(ReportReady report, MessageEnvelope fact) {
        if (report.mailWanted()) {
            queue(
                    fact,
                    MailKind.REPORT_READY,
                    report.workspaceId(),
                    report.requestedBy(),
                    Map.of(
                            "reportId", report.reportId().toString(),
                            "projectId", report.projectId().toString()));
        }
    }

    void on(WebhookPaused paused, MessageEnvelope fact) {
        if (paused.why() != WebhookPauseReason.PERSON) {
            for (var manager : manager(paused.workspaceId())) {
                queue(
                        fact,
                        MailKind.WEBHOOK_PAUSED,
                        paused.workspaceId(),
                        manager,
                        Map.of(
                                "why",
                                paused.why().name(),
                                "endpointId",
                                paused.endpointId().toString()));
            }
        }
    }

    void on(ContactRequestAnswered answered, MessageEnvelope fact) {
        queue(
                fact,
                MailKind.CONTACT_ANSWER,
                QueuedMail.THE_OPERATORS,
                null,
                Map.of("contactRequestId", answered.contactRequestId().toString()));
    }

    void on(AddressChangeRequested asked, MessageEnvelope fact) {
        queueAddressMail(fact, MailKind.ADDRESS_PROOF, asked.userId(), asked.addressChangeId());
    }

    void on(AddressChanged changed, MessageEnvelope fact) {
        queueAddressMail(fact, MailKind.ADDRESS_CHANGED, changed.userId(), changed.addressChangeId());
    }

    void on(PolicyAnnounced policy, MessageEnvelope fact) {
        queue(
                fact,
                MailKind.LEGAL_DOCUMENT,
                QueuedMail.THE_OPERATORS,
                policy.userId(),
                Map.of("document", policy.document().name(), "number", Integer.toString(policy.number())));
    }

    void on(RecoveryOpened recovery, MessageEnvelope fact) {
        queueRecoveryMails(fact, MailKind.RECOVERY_OPENED, recovery.userId(), recovery.recoveryCaseId());
    }

    void on(RecoveryEvidenceRecorded recovery, MessageEnvelope fact) {
        queueRecoveryMails(fact, MailKind.RECOVERY_EVIDENCE, recovery.userId(), recovery.recoveryCaseId());
    }

    void on(RecoveryConfirmed recovery, MessageEnvelope fact) {
        queueRecoveryMails(fact, MailKind.RECOVERY_CONFIRMED, recovery.userId(), recovery.recoveryCaseId());
    }

    void on(RecoveryDismissed recovery, MessageEnvelope fact) {
        queueRecoveryMails(fact, MailKind.RECOVERY_DISMISSED, recovery.userId(), recovery.recoveryCaseId());
    }

    void on(RecoveryCompleted recovery, MessageEnvelope fact) {
        queueRecoveryMails(fact, MailKind.RECOVERY_COMPLETED, recovery.userId(), recovery.recoveryCaseId());
    }

    void on(SecurityAlertRaised alert, MessageEnvelope fact) {
        if (alarms.recordAlarm(alert, fact)) {
            wakes.publishEvent(new MailQueued());
        }
    }

    /**
     * Goes to the address of the account and to the address where the owner can be reached, which belongs to no
     * account.
     */
    private void queueRecoveryMails(MessageEnvelope fact, MailKind kind, UserId person, RecoveryCaseId recovery) {
        var id = recovery.toString();
        queue(fact, kind, QueuedMail.THE_OPERATORS, person, Map.of("recoveryCaseId", id, "to", "ACCOUNT"));
        queue(fact, kind, QueuedMail.THE_OPERATORS, null, Map.of("recoveryCaseId", id, "to", "OWNER"));
    }

    private void queueAddressMail(MessageEnvelope fact, MailKind kind, UserId person, AddressChangeId change) {
        queue(fact, kind, QueuedMail.THE_OPERATORS, person, Map.of("addressChangeId", change.toString()));
    }

    /** Returns an empty set if the workspace is not known: a deleted workspace needs no mail. */
    private Set<UserId> manager(WorkspaceId workspace) {
        try {
            return Set.of(workspaceAuthorization.managerOf(workspace));
        } catch (NotFound e) {
            return Set.of();
        }
    }

    private void queue(
            MessageEnvelope fact,
            MailKind kind,
            WorkspaceId workspace,
            @Nullable UserId to,
            Map<String, String> about) {
        mailQueue.queue(QueuedMail.of(fact.id(), kind, workspace, to, about, clock.instant()));
        wakes.publishEvent(new MailQueued());
    }

    /** Published when a mail is queued, to wake the senders of this instance. */
    record MailQueued() {}
}
