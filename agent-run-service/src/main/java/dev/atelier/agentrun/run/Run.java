package dev.atelier.agentrun.run;

import dev.atelier.agentrun.run.journal.JournalEvent.Failed;
import dev.atelier.agentrun.run.journal.RunUsage;
import dev.atelier.events.AgentRunEvent;
import dev.atelier.events.AgentRunEvent.ApprovalOutcome;
import dev.atelier.events.AgentRunEvent.Approver;
import dev.atelier.events.AgentRunEvent.RunCancellationCause;
import dev.atelier.events.AgentRunEvent.RunPauseReason;
import dev.atelier.events.id.ApprovalId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of an agent: its state and its worker. Its steps are in its journal.
 *
 * @param turn virtual start time: workspaces take turns, whatever the length of their queues
 * @param notBefore earliest time of the next claim, after an unexpected failure in a worker
 * @param worker the worker that executes the run while it is {@code RUNNING}
 * @param eventCount number of published events, so that their sequence has no gap
 */
public record Run(
        RunId id,
        WorkspaceId workspaceId,
        RunRequest order,
        Instant createdAt,
        RunState state,
        double turn,
        @Nullable Instant notBefore,
        @Nullable UUID worker,
        @Nullable Instant startedAt,
        @Nullable RunOutcome ending,
        long eventCount,
        @Nullable Long version) {
    public static Run queued(RunId id, WorkspaceId workspace, RunRequest runRequest, double turn, Instant now) {
        return new Run(id, workspace, runRequest, now, RunState.QUEUED, turn, null, null, null, null, 1, null);
    }

    public AgentRunEvent queuedEvent() {
        return new AgentRunEvent.RunQueued(
                workspaceId, id, projectId(), order.agentId(), order.agentName(), order.agentVersion(), startedBy());
    }

    RunTransition started(Instant now) {
        return withEvent(with(state, worker, now, ending), new AgentRunEvent.RunStarted(workspaceId, id, projectId()));
    }

    RunTransition waits(ApprovalId approval, String tool, Approver approver) {
        return withEvent(
                with(RunState.WAITING, null, startedAt, ending),
                new AgentRunEvent.ApprovalRequested(
                        workspaceId, id, projectId(), approval, order.agentName(), tool, approver, startedBy()));
    }

    RunTransition decided(ApprovalId approval, ApprovalOutcome outcome, UserId by) {
        if (state != RunState.WAITING && state != RunState.PAUSED) {
            throw new IllegalStateException("run " + id + " waits for no decision");
        }
        return withEvent(
                with(state == RunState.PAUSED ? state : RunState.QUEUED, null, startedAt, ending),
                new AgentRunEvent.ApprovalDecided(workspaceId, id, projectId(), approval, outcome, by));
    }

    RunTransition paused(RunPauseReason why) {
        return withEvent(
                with(RunState.PAUSED, null, startedAt, ending),
                new AgentRunEvent.RunPaused(workspaceId, id, projectId(), why));
    }

    RunTransition resumed(boolean waiting) {
        if (state != RunState.PAUSED) {
            throw new IllegalStateException("run " + id + " is not paused");
        }
        return withEvent(
                with(waiting ? RunState.WAITING : RunState.QUEUED, null, startedAt, ending),
                new AgentRunEvent.RunResumed(workspaceId, id, projectId()));
    }

    RunTransition completed(String result, RunUsage runUsage, Instant now) {
        return withEvent(
                with(RunState.COMPLETED, null, startedAt, RunOutcome.completed(now, runUsage, result)),
                new AgentRunEvent.RunCompleted(
                        workspaceId,
                        id,
                        projectId(),
                        order.agentId(),
                        order.agentName(),
                        startedBy(),
                        order.reportByMail(),
                        Duration.between(createdAt, now).toMillis(),
                        runUsage.inputTokens(),
                        runUsage.outputTokens(),
                        runUsage.costMicros(),
                        runUsage.currency()));
    }

    RunTransition failed(Failed failed, RunUsage runUsage, Instant now) {
        return withEvent(
                with(RunState.FAILED, null, startedAt, RunOutcome.failed(now, runUsage, failed)),
                new AgentRunEvent.RunFailed(
                        workspaceId, id, projectId(), order.agentId(), order.agentName(), startedBy(), failed.code()));
    }

    RunTransition cancelled(RunCancellationCause cause, @Nullable UserId by, RunUsage runUsage, Instant now) {
        return withEvent(
                with(
                        RunState.CANCELLED,
                        null,
                        startedAt,
                        RunOutcome.stopped(now, runUsage, code(cause), sentence(cause))),
                new AgentRunEvent.RunCancelled(
                        workspaceId, id, projectId(), order.agentId(), order.agentName(), startedBy(), cause, by));
    }

    private static String code(RunCancellationCause cause) {
        return switch (cause) {
            case PERSON -> "cancelled";
            case MEMBERSHIP_ENDED -> "membership-ended";
            case USER_DEACTIVATED -> "user-deactivated";
        };
    }

    private static String sentence(RunCancellationCause cause) {
        return switch (cause) {
            case PERSON -> "Somebody with the right to do so cancelled the run.";
            case MEMBERSHIP_ENDED -> "The person who started the run no longer takes part in the project.";
            case USER_DEACTIVATED -> "The account of the person who started the run was deactivated.";
        };
    }

    private Run with(
            RunState state, @Nullable UUID worker, @Nullable Instant startedAt, @Nullable RunOutcome runOutcome) {
        if (this.state.ended()) {
            throw new IllegalStateException("run " + id + " has ended");
        }
        return new Run(
                id,
                workspaceId,
                order,
                createdAt,
                state,
                turn,
                null,
                worker,
                startedAt,
                runOutcome,
                eventCount,
                version);
    }

    private static RunTransition withEvent(Run run, AgentRunEvent fact) {
        long count = run.eventCount + 1;
        return new RunTransition(
                new Run(
                        run.id,
                        run.workspaceId,
                        run.order,
                        run.createdAt,
                        run.state,
                        run.turn,
                        run.notBefore,
                        run.worker,
                        run.startedAt,
                        run.ending,
                        count,
                        run.version),
                fact);
    }

    public ProjectId projectId() {
        return order.projectId();
    }

    public UserId startedBy() {
        return order.startedBy();
    }

    /** A run's next state and the event to publish with it. */
    record RunTransition(Run run, AgentRunEvent fact) {}
}
