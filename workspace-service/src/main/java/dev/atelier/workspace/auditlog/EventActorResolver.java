package dev.atelier.workspace.auditlog;

import dev.atelier.events.AgentRunEvent;
import dev.atelier.events.AgentRunEvent.AgentPublished;
import dev.atelier.events.AgentRunEvent.ApprovalDecided;
import dev.atelier.events.AgentRunEvent.ApprovalRequested;
import dev.atelier.events.AgentRunEvent.ModelConnectionSuspended;
import dev.atelier.events.AgentRunEvent.RunCancelled;
import dev.atelier.events.AgentRunEvent.RunCompleted;
import dev.atelier.events.AgentRunEvent.RunFailed;
import dev.atelier.events.AgentRunEvent.RunPaused;
import dev.atelier.events.AgentRunEvent.RunQueued;
import dev.atelier.events.AgentRunEvent.RunResumed;
import dev.atelier.events.AgentRunEvent.RunStarted;
import dev.atelier.events.ContactEvent;
import dev.atelier.events.DomainEvent;
import dev.atelier.events.IdentityEvent;
import dev.atelier.events.IdentityEvent.AddendumAccepted;
import dev.atelier.events.LegalEvent;
import dev.atelier.events.NotificationEvent;
import dev.atelier.events.NotificationEvent.WebhookPaused;
import dev.atelier.events.NotificationEvent.WebhookResumed;
import dev.atelier.events.NotificationEvent.WebhookSuspended;
import dev.atelier.events.OperatorEvent;
import dev.atelier.events.ReportEvent;
import dev.atelier.events.ReportEvent.ReportFailed;
import dev.atelier.events.ReportEvent.ReportReady;
import dev.atelier.events.ReportEvent.ReportRequested;
import dev.atelier.events.SecurityEvent;
import dev.atelier.events.ServiceAccountEvent;
import dev.atelier.events.ServiceAccountEvent.ApiKeyCreated;
import dev.atelier.events.ServiceAccountEvent.ApiKeyRevoked;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountChanged;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountCreated;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountRevoked;
import dev.atelier.events.ServiceAccountEvent.ServiceAccountSuspended;
import dev.atelier.events.WorkspaceEvent;
import dev.atelier.events.WorkspaceEvent.ActionChanged;
import dev.atelier.events.WorkspaceEvent.ActionCreated;
import dev.atelier.events.WorkspaceEvent.ActionDeleted;
import dev.atelier.events.WorkspaceEvent.AttachmentAdded;
import dev.atelier.events.WorkspaceEvent.AttachmentDeleted;
import dev.atelier.events.WorkspaceEvent.BillingDetailsChanged;
import dev.atelier.events.WorkspaceEvent.CommentAdded;
import dev.atelier.events.WorkspaceEvent.HistoryExported;
import dev.atelier.events.WorkspaceEvent.IntegrationChanged;
import dev.atelier.events.WorkspaceEvent.IntegrationConnected;
import dev.atelier.events.WorkspaceEvent.IntegrationRemoved;
import dev.atelier.events.WorkspaceEvent.IntegrationSuspended;
import dev.atelier.events.WorkspaceEvent.InvitationRevoked;
import dev.atelier.events.WorkspaceEvent.LimitReached;
import dev.atelier.events.WorkspaceEvent.ManagementHandedOver;
import dev.atelier.events.WorkspaceEvent.ManagementOffered;
import dev.atelier.events.WorkspaceEvent.MemberInvited;
import dev.atelier.events.WorkspaceEvent.MemberJoined;
import dev.atelier.events.WorkspaceEvent.MemberLeft;
import dev.atelier.events.WorkspaceEvent.MemberRemoved;
import dev.atelier.events.WorkspaceEvent.ParticipantJoined;
import dev.atelier.events.WorkspaceEvent.ParticipantLeft;
import dev.atelier.events.WorkspaceEvent.ParticipantRemoved;
import dev.atelier.events.WorkspaceEvent.PaymentStateChanged;
import dev.atelier.events.WorkspaceEvent.PlanChanged;
import dev.atelier.events.WorkspaceEvent.ProjectCreated;
import dev.atelier.events.WorkspaceEvent.ProjectDeleted;
import dev.atelier.events.WorkspaceEvent.ProjectRenamed;
import dev.atelier.events.WorkspaceEvent.SettingsChanged;
import dev.atelier.events.WorkspaceEvent.WorkspaceCreated;
import dev.atelier.events.WorkspaceEvent.WorkspaceDeleted;
import dev.atelier.events.WorkspaceEvent.WorkspaceRenamed;
import dev.atelier.events.id.UserId;
import org.jspecify.annotations.Nullable;

/** Determines which person caused an event. */
final class EventActorResolver {
    private EventActorResolver() {}

    /**
     * Returns the person who caused the event, or null if no person did or if the event does not say (a participant can
     * leave for more than one reason).
     */
    static @Nullable UserId resolve(DomainEvent event) {
        return switch (event) {
            case WorkspaceEvent fact -> resolve(fact);
            case AgentRunEvent fact -> resolve(fact);
            case ReportEvent fact -> resolve(fact);
            case NotificationEvent fact -> resolve(fact);
            case ServiceAccountEvent fact -> resolve(fact);
            case AddendumAccepted fact -> fact.userId();
            case IdentityEvent _, ContactEvent _, LegalEvent _, SecurityEvent _, OperatorEvent _ -> null;
        };
    }

    private static @Nullable UserId resolve(WorkspaceEvent event) {
        return switch (event) {
            case WorkspaceCreated fact -> fact.by();
            case WorkspaceRenamed fact -> fact.by();
            case MemberInvited fact -> fact.by();
            case InvitationRevoked fact -> fact.by();
            case MemberJoined fact -> fact.member();
            case MemberRemoved fact -> fact.by();
            case MemberLeft fact -> fact.member();
            case ManagementOffered fact -> fact.by();
            case ManagementHandedOver fact -> fact.to();
            case ProjectCreated fact -> fact.by();
            case ProjectRenamed fact -> fact.by();
            case ParticipantJoined fact -> fact.by();
            case ParticipantLeft _ -> null;
            case ParticipantRemoved fact -> fact.by();
            case ActionCreated fact -> fact.by();
            case ActionChanged fact -> fact.by();
            case CommentAdded fact -> fact.by();
            case AttachmentAdded fact -> fact.by();
            case AttachmentDeleted fact -> fact.by();
            case PlanChanged fact -> fact.by();
            case PaymentStateChanged fact -> fact.by();
            case LimitReached _ -> null;
            case BillingDetailsChanged fact -> fact.by();
            case HistoryExported fact -> fact.by();
            case SettingsChanged fact -> fact.by();
            case IntegrationConnected fact -> fact.by();
            case IntegrationChanged fact -> fact.by();
            case IntegrationRemoved fact -> fact.by();
            case IntegrationSuspended _ -> null;
            case ActionDeleted fact -> fact.by();
            case ProjectDeleted fact -> fact.by();
            case WorkspaceDeleted fact -> fact.by();
        };
    }

    private static @Nullable UserId resolve(AgentRunEvent event) {
        return switch (event) {
            case AgentPublished fact -> fact.by();
            case RunQueued fact -> fact.startedBy();
            case ApprovalDecided fact -> fact.by();
            case RunCancelled fact -> fact.by();
            case RunStarted _, RunPaused _, RunResumed _, ApprovalRequested _, RunCompleted _, RunFailed _ -> null;
            case ModelConnectionSuspended _ -> null;
        };
    }

    private static @Nullable UserId resolve(ReportEvent event) {
        return switch (event) {
            case ReportRequested fact -> fact.requestedBy();
            case ReportReady _, ReportFailed _ -> null;
        };
    }

    private static @Nullable UserId resolve(NotificationEvent event) {
        return switch (event) {
            case WebhookPaused _, WebhookSuspended _ -> null;
            case WebhookResumed fact -> fact.by();
        };
    }

    private static @Nullable UserId resolve(ServiceAccountEvent event) {
        return switch (event) {
            case ServiceAccountCreated fact -> fact.by();
            case ServiceAccountChanged fact -> fact.by();
            case ServiceAccountRevoked fact -> fact.by();
            case ServiceAccountSuspended _ -> null;
            case ApiKeyCreated fact -> fact.by();
            case ApiKeyRevoked fact -> fact.by();
        };
    }
}
