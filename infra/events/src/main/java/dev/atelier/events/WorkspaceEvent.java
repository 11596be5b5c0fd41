package dev.atelier.events;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.FileId;
import dev.atelier.events.id.IntegrationId;
import dev.atelier.events.id.InvitationId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events about workspaces, projects and actions. Key: the workspace. */
@Topic(value = "workspace.events", source = "/workspace-service")
public sealed interface WorkspaceEvent extends DomainEvent {
    @Override
    WorkspaceId workspaceId();

    /** Returns the workspace, unless the event is about something in it. */
    @Override
    default String subject() {
        return "workspaces/" + workspaceId();
    }

    @Override
    default String key() {
        return workspaceId().toString();
    }

    /** A user created a workspace and manages it. */
    @CloudEventType("workspace.workspace-created")
    record WorkspaceCreated(
            WorkspaceId workspaceId,
            @NotPersonal("the display name of a thing") String name,
            UserId by) implements WorkspaceEvent {}

    /** The manager renamed the workspace. */
    @CloudEventType("workspace.workspace-renamed")
    record WorkspaceRenamed(
            WorkspaceId workspaceId,
            @NotPersonal("the display name of a thing") String name,
            UserId by) implements WorkspaceEvent {}

    /** The manager invited somebody, or sent the invitation again; only workspace-service knows the invited address. */
    @CloudEventType("workspace.member-invited")
    record MemberInvited(WorkspaceId workspaceId, InvitationId invitationId, UserId by, Instant expires)
            implements WorkspaceEvent {}

    /** The manager revoked an invitation. */
    @CloudEventType("workspace.invitation-revoked")
    record InvitationRevoked(WorkspaceId workspaceId, InvitationId invitationId, UserId by) implements WorkspaceEvent {}

    /** A user accepted an invitation. */
    @CloudEventType("workspace.member-joined")
    record MemberJoined(
            WorkspaceId workspaceId,
            UserId member,
            @Nullable InvitationId invitationId) implements WorkspaceEvent {}

    /** The manager removed a member. */
    @CloudEventType("workspace.member-removed")
    record MemberRemoved(WorkspaceId workspaceId, UserId member, UserId by) implements WorkspaceEvent {}

    /** A member left the workspace. */
    @CloudEventType("workspace.member-left")
    record MemberLeft(WorkspaceId workspaceId, UserId member) implements WorkspaceEvent {}

    /** The manager offered the management to a member. */
    @CloudEventType("workspace.management-offered")
    record ManagementOffered(WorkspaceId workspaceId, UserId to, UserId by) implements WorkspaceEvent {}

    /**
     * A member accepted the management of the workspace.
     *
     * @param takeOver whether they are now responsible for everything that the former manager was responsible for; null
     *     in a record that is older than responsibility
     */
    @CloudEventType(value = "workspace.management-handed-over", version = 2)
    record ManagementHandedOver(
            WorkspaceId workspaceId,
            UserId from,
            UserId to,
            @Nullable Boolean takeOver) implements WorkspaceEvent {}

    /** A member created a project. */
    @CloudEventType("workspace.project-created")
    record ProjectCreated(
            WorkspaceId workspaceId,
            ProjectId projectId,
            @NotPersonal("the display name of a thing") String name,
            UserId by)
            implements WorkspaceEvent {
        @Override
        public String subject() {
            return "projects/" + projectId;
        }
    }

    /** A participant renamed a project. */
    @CloudEventType("workspace.project-renamed")
    record ProjectRenamed(
            WorkspaceId workspaceId,
            ProjectId projectId,
            @NotPersonal("the display name of a thing") String name,
            UserId by)
            implements WorkspaceEvent {
        @Override
        public String subject() {
            return "projects/" + projectId;
        }
    }

    /** A participant added another member to a project. */
    @CloudEventType("workspace.participant-joined")
    record ParticipantJoined(WorkspaceId workspaceId, ProjectId projectId, UserId participant, UserId by)
            implements WorkspaceEvent {
        @Override
        public String subject() {
            return "projects/" + projectId;
        }
    }

    /** A participant left a project, or the workspace and so the project. */
    @CloudEventType("workspace.participant-left")
    record ParticipantLeft(WorkspaceId workspaceId, ProjectId projectId, UserId participant) implements WorkspaceEvent {
        @Override
        public String subject() {
            return "projects/" + projectId;
        }
    }

    /** The manager or the project's creator removed a participant, who stays a member of the workspace. */
    @CloudEventType("workspace.participant-removed")
    record ParticipantRemoved(WorkspaceId workspaceId, ProjectId projectId, UserId participant, UserId by)
            implements WorkspaceEvent {
        @Override
        public String subject() {
            return "projects/" + projectId;
        }
    }

    /** An action was created, by a user or by a run for them. */
    @CloudEventType("workspace.action-created")
    record ActionCreated(
            WorkspaceId workspaceId,
            ProjectId projectId,
            ActionId actionId,
            UserId by,
            @Nullable RunId run) implements WorkspaceEvent {
        @Override
        public String subject() {
            return "actions/" + actionId;
        }
    }

    /** Fields of an action changed. */
    @CloudEventType("workspace.action-changed")
    record ActionChanged(
            WorkspaceId workspaceId,
            ProjectId projectId,
            ActionId actionId,
            @NotPersonal("names of fields") Set<String> fields,
            UserId by,
            @Nullable RunId run)
            implements WorkspaceEvent {
        @Override
        public String subject() {
            return "actions/" + actionId;
        }
    }

    /**
     * A user commented on an action.
     *
     * @param mentioned null in a record that is older than mentions; see {@link #mentions}
     */
    @CloudEventType(value = "workspace.comment-added", version = 2)
    record CommentAdded(
            WorkspaceId workspaceId,
            ProjectId projectId,
            ActionId actionId,
            UserId by,
            @Nullable Set<UserId> mentioned) implements WorkspaceEvent {
        /** Returns the mentioned users; empty in older records. */
        public Set<UserId> mentions() {
            return mentioned == null ? Set.of() : mentioned;
        }

        @Override
        public String subject() {
            return "actions/" + actionId;
        }
    }

    /** A participant added a file to an action; only the readers of the action know its name and content. */
    @CloudEventType("workspace.attachment-added")
    record AttachmentAdded(WorkspaceId workspaceId, ProjectId projectId, ActionId actionId, FileId fileId, UserId by)
            implements WorkspaceEvent {
        @Override
        public String subject() {
            return "actions/" + actionId;
        }
    }

    /**
     * A file of an action was deleted permanently.
     *
     * @param by the participant who deleted it; null if its retention time was over
     */
    @CloudEventType(value = "workspace.attachment-deleted", version = 2)
    record AttachmentDeleted(
            WorkspaceId workspaceId,
            ProjectId projectId,
            ActionId actionId,
            FileId fileId,
            @Nullable UserId by) implements WorkspaceEvent {
        @Override
        public String subject() {
            return "actions/" + actionId;
        }
    }

    /**
     * An action was deleted permanently, with its comments and history.
     *
     * @param by the participant who deleted it; null if its retention time was over
     */
    @CloudEventType(value = "workspace.action-deleted", version = 2)
    record ActionDeleted(
            WorkspaceId workspaceId,
            ProjectId projectId,
            ActionId actionId,
            @Nullable UserId by) implements WorkspaceEvent {
        @Override
        public String subject() {
            return "actions/" + actionId;
        }
    }

    /** A project was deleted permanently with everything in it; no further events follow for the things in it. */
    @CloudEventType("workspace.project-deleted")
    record ProjectDeleted(WorkspaceId workspaceId, ProjectId projectId, UserId by) implements WorkspaceEvent {
        @Override
        public String subject() {
            return "projects/" + projectId;
        }
    }

    /**
     * The manager deleted the workspace permanently with everything in it; no further events follow for the things in
     * it.
     */
    @CloudEventType("workspace.workspace-deleted")
    record WorkspaceDeleted(WorkspaceId workspaceId, UserId by) implements WorkspaceEvent {}

    /** The manager exported the workspace's history as a file. */
    @CloudEventType("workspace.history-exported")
    record HistoryExported(WorkspaceId workspaceId, UserId by) implements WorkspaceEvent {}

    /** The manager connected another system; {@code kind} is {@code GITHUB} or another provider. */
    @CloudEventType("workspace.integration-connected")
    record IntegrationConnected(
            WorkspaceId workspaceId,
            IntegrationId integrationId,
            @NotPersonal("a kind of system") String kind,
            UserId by)
            implements WorkspaceEvent {
        @Override
        public String subject() {
            return "integrations/" + integrationId;
        }
    }

    /** The manager changed the name, address, references or secret of a connected system. */
    @CloudEventType("workspace.integration-changed")
    record IntegrationChanged(
            WorkspaceId workspaceId,
            IntegrationId integrationId,
            @NotPersonal("a kind of system") String kind,
            UserId by)
            implements WorkspaceEvent {
        @Override
        public String subject() {
            return "integrations/" + integrationId;
        }
    }

    /** The manager disconnected a system; its secret was deleted. */
    @CloudEventType("workspace.integration-removed")
    record IntegrationRemoved(
            WorkspaceId workspaceId,
            IntegrationId integrationId,
            @NotPersonal("a kind of system") String kind,
            UserId by)
            implements WorkspaceEvent {
        @Override
        public String subject() {
            return "integrations/" + integrationId;
        }
    }

    /**
     * No secret of a connected system is used until a manager takes it over or {@code responsible} has their account
     * back.
     */
    @CloudEventType("workspace.integration-suspended")
    record IntegrationSuspended(
            WorkspaceId workspaceId, IntegrationId integrationId, UserId responsible, SuspensionReason why)
            implements WorkspaceEvent {
        @Override
        public String subject() {
            return "integrations/" + integrationId;
        }
    }

    /**
     * The workspace has another plan, or its plan has other limits.
     *
     * @param by the operator who set it; null if the payment provider or a changed setting did
     */
    @CloudEventType("workspace.plan-changed")
    record PlanChanged(
            WorkspaceId workspaceId,
            @NotPersonal("the name of a plan") String plan,
            @Nullable UserId by) implements WorkspaceEvent {}

    /**
     * The payment state of the workspace changed.
     *
     * @param by the operator who set it; null if the payment provider did
     */
    @CloudEventType("workspace.payment-state-changed")
    record PaymentStateChanged(
            WorkspaceId workspaceId,
            PaymentState payment,
            @Nullable UserId by) implements WorkspaceEvent {}

    /**
     * The workspace has reached a limit of its plan; published once per limit and month.
     *
     * @param month {@code 2026-11}, UTC
     */
    @CloudEventType("workspace.limit-reached")
    record LimitReached(
            WorkspaceId workspaceId,
            PlanLimitKind limit,
            @NotPersonal("a month") String month) implements WorkspaceEvent {}

    /** The manager changed the billing details. */
    @CloudEventType("workspace.billing-details-changed")
    record BillingDetailsChanged(WorkspaceId workspaceId, UserId by) implements WorkspaceEvent {}

    /**
     * The manager changed retention times or who may create agents.
     *
     * @param fields {@code retentionDays.actions}, {@code agentCreation} and so on
     */
    @CloudEventType("workspace.settings-changed")
    record SettingsChanged(
            WorkspaceId workspaceId,
            @NotPersonal("names of fields") Set<String> fields,
            UserId by) implements WorkspaceEvent {}
}
