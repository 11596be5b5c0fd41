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

/** What happened to agents and their runs. Key: the workspace. */
@Topic(value = "agent-run.events", source = "/agent-run-service")
public sealed interface AgentRunEvent extends DomainEvent {
    @Override
    WorkspaceId workspaceId();

    @Override
    default String key() {
        return workspaceId().toString();
    }

    /** A version of an agent may be run from now on. */
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

    /** Somebody started a run. */
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

    /** A worker took the run up for the first time. */
    @CloudEventType("agent-run.run-started")
    record RunStarted(WorkspaceId workspaceId, RunId runId, ProjectId projectId) implements AgentRunEvent {
        @Override
        public String subject() {
            return "runs/" + runId;
        }
    }

    /** The run waits for a person. */
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

    /** A person approved or rejected. */
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

    /** The run stands still until it is resumed, cancelled or its starter's account is given up. */
    @CloudEventType("agent-run.run-paused")
    record RunPaused(WorkspaceId workspaceId, RunId runId, ProjectId projectId, RunPauseReason why)
            implements AgentRunEvent {
        @Override
        public String subject() {
            return "runs/" + runId;
        }
    }

    /** The run goes on from where it was paused. */
    @CloudEventType("agent-run.run-resumed")
    record RunResumed(WorkspaceId workspaceId, RunId runId, ProjectId projectId) implements AgentRunEvent {
        @Override
        public String subject() {
            return "runs/" + runId;
        }
    }

    /** The run came to its end. Cost in millionths of the currency's unit; {@code reportWanted}: the starter asked for the run's report by mail. */
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

    /** The run cannot go on. */
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

    /** No run can ask a model over a connection until a manager takes it over, or {@code responsible} has their account back. */
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
        /** The workspace's manager alone. */
        MANAGER,
        /** The manager and every participant of the project. */
        PARTICIPANT
    }

    /** What was decided. */
    enum ApprovalOutcome {
        APPROVED,
        REJECTED
    }

    /** Why a run stands still. */
    enum RunPauseReason {
        /** Somebody else may have its starter's account. */
        ACCOUNT_HELD
    }

    /** Why a run was stopped. */
    enum RunCancellationCause {
        /** A person with the right to do so stopped it. */
        PERSON,
        /** Its starter lost the membership or the place in the project. */
        MEMBERSHIP_ENDED,
        /** Its starter's account was deactivated. */
        USER_DEACTIVATED
    }
}
