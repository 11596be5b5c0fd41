package dev.atelier.events;

import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.ApprovalId;
import dev.atelier.events.id.ModelConnectionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import org.jspecify.annotations.Nullable;

/** Events about agents and their runs. Key: the workspace. */
@Topic(value = "agent-run.events", source = "/agent-run-service")
public sealed interface AgentRunEvent extends DomainEvent {
    @Override
    WorkspaceId workspaceId();

    @Override
    default String key() {
        return workspaceId().toString();
    }

    /** A version of an agent was published and can be run. */
    @CloudEventType("agent-run.agent-published")
    record AgentPublished(
            WorkspaceId workspaceId,
            AgentId agentId,
            @NotPersonal("the display name of a thing") String name,
            int agentVersion,
            UserId by)
            implements AgentRunEvent {
        @Override
        public String subject() {
            return "agents/" + agentId;
        }
    }

    /** A user started a run; it is queued. */
    @CloudEventType("agent-run.run-queued")
    record RunQueued(
            WorkspaceId workspaceId,
            RunId runId,
            ProjectId projectId,
            AgentId agentId,
            @NotPersonal("the display name of a thing") String agentName,
            int agentVersion,
            UserId startedBy)
            implements AgentRunEvent {
        @Override
        public String subject() {
            return "runs/" + runId;
        }
    }

    /** A worker began the run for the first time. */
    @CloudEventType("agent-run.run-started")
    record RunStarted(WorkspaceId workspaceId, RunId runId, ProjectId projectId) implements AgentRunEvent {
        @Override
        public String subject() {
            return "runs/" + runId;
        }
    }

    /** The run waits for a decision. */
    @CloudEventType("agent-run.approval-requested")
    record ApprovalRequested(
            WorkspaceId workspaceId,
            RunId runId,
            ProjectId projectId,
            ApprovalId approvalId,
            @NotPersonal("the display name of a thing") String agentName,
            @NotPersonal("a tool's name") String tool,
            Approver approver,
            UserId startedBy)
            implements AgentRunEvent {
        @Override
        public String subject() {
            return "runs/" + runId;
        }
    }

    /** A user approved or rejected. */
    @CloudEventType("agent-run.approval-decided")
    record ApprovalDecided(
            WorkspaceId workspaceId,
            RunId runId,
            ProjectId projectId,
            ApprovalId approvalId,
            ApprovalOutcome outcome,
            UserId by)
            implements AgentRunEvent {
        @Override
        public String subject() {
            return "runs/" + runId;
        }
    }

    /** The run is paused until it is resumed or cancelled. */
    @CloudEventType("agent-run.run-paused")
    record RunPaused(WorkspaceId workspaceId, RunId runId, ProjectId projectId, RunPauseReason why)
            implements AgentRunEvent {
        @Override
        public String subject() {
            return "runs/" + runId;
        }
    }

    /** The run continues where it was paused. */
    @CloudEventType("agent-run.run-resumed")
    record RunResumed(WorkspaceId workspaceId, RunId runId, ProjectId projectId) implements AgentRunEvent {
        @Override
        public String subject() {
            return "runs/" + runId;
        }
    }

    /**
     * The run was completed. The cost is in millionths of the currency's unit; {@code reportWanted}: the starter asked
     * for the run's report by mail.
     */
    @CloudEventType("agent-run.run-completed")
    record RunCompleted(
            WorkspaceId workspaceId,
            RunId runId,
            ProjectId projectId,
            AgentId agentId,
            @NotPersonal("the display name of a thing") String agentName,
            UserId startedBy,
            boolean reportWanted,
            long durationMillis,
            long inputTokens,
            long outputTokens,
            long costMicros,
            @NotPersonal("ISO 4217") String currency)
            implements AgentRunEvent {
        @Override
        public String subject() {
            return "runs/" + runId;
        }
    }

    /** The run failed. */
    @CloudEventType("agent-run.run-failed")
    record RunFailed(
            WorkspaceId workspaceId,
            RunId runId,
            ProjectId projectId,
            AgentId agentId,
            @NotPersonal("the display name of a thing") String agentName,
            UserId startedBy,
            @NotPersonal("a code of the documentation") String code)
            implements AgentRunEvent {
        @Override
        public String subject() {
            return "runs/" + runId;
        }
    }

    /** The run was stopped before its end. */
    @CloudEventType("agent-run.run-cancelled")
    record RunCancelled(
            WorkspaceId workspaceId,
            RunId runId,
            ProjectId projectId,
            AgentId agentId,
            @NotPersonal("the display name of a thing") String agentName,
            UserId startedBy,
            RunCancellationCause cause,
            @Nullable UserId by)
            implements AgentRunEvent {
        @Override
        public String subject() {
            return "runs/" + runId;
        }
    }

    /**
     * No run can use a model connection until a manager takes it over or {@code responsible} has their account back.
     */
    @CloudEventType("agent-run.model-connection-suspended")
    record ModelConnectionSuspended(
            WorkspaceId workspaceId, ModelConnectionId modelConnectionId, UserId responsible, SuspensionReason why)
            implements AgentRunEvent {
        @Override
        public String subject() {
            return "model-connections/" + modelConnectionId;
        }
    }

    /** Who may decide. */
    enum Approver {
        /** Only the workspace's manager. */
        MANAGER,
        /** The manager and every participant of the project. */
        PARTICIPANT
    }

    /** The decision. */
    enum ApprovalOutcome {
        APPROVED,
        REJECTED
    }

    /** Why a run is paused. */
    enum RunPauseReason {
        /** Its starter's account may be under somebody else's control and is being recovered. */
        ACCOUNT_HELD
    }

    /** Why a run was cancelled. */
    enum RunCancellationCause {
        /** A user with the right to do so cancelled it. */
        PERSON,
        /** Its starter is no longer a member of the workspace or participant of the project. */
        MEMBERSHIP_ENDED,
        /** Its starter's account was deactivated. */
        USER_DEACTIVATED
    }
}
