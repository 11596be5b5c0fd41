package dev.atelier.agentrun.run.cancellation;

import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunState;
import dev.atelier.agentrun.run.RunStore;
import dev.atelier.agentrun.run.RunTransitionRecorder;
import dev.atelier.events.AgentRunEvent.RunCancellationCause;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.mongo.TransactionRunner;
import org.springframework.stereotype.Component;

/** Cancels a run for a person. */
@Component
public class CancelRun {
    private final RunStore runStore;
    private final RunTransitionRecorder runTransitionRecorder;
    private final WorkspaceAuthorization workspaceAuthorization;
    private final TransactionRunner transactionRunner;

    CancelRun(
            RunStore runStore,
            RunTransitionRecorder runTransitionRecorder,
            WorkspaceAuthorization workspaceAuthorization,
            TransactionRunner transactionRunner) {
        this.runStore = runStore;
        this.runTransitionRecorder = runTransitionRecorder;
        this.workspaceAuthorization = workspaceAuthorization;
        this.transactionRunner = transactionRunner;
    }

    /** Cancels a run for its starter or the manager. A run that is already cancelled does not change. */
    public Run cancel(WorkspaceId workspace, RunId id, UserId by) {
        return transactionRunner.call(() -> {
            var run = runStore.get(workspace, id);
            var right = workspaceAuthorization.requireParticipant(workspace, run.projectId(), by);
            if (!right.manager() && !run.startedBy().equals(by)) {
                throw new RunOwnerRequired();
            }
            if (run.state() == RunState.CANCELLED) {
                return run;
            }
            if (run.state().ended()) {
                throw new RunHasEnded();
            }
            runTransitionRecorder.cancelWithin(run, RunCancellationCause.PERSON, by);
            return runStore.get(workspace, id);
        });
    }
}
