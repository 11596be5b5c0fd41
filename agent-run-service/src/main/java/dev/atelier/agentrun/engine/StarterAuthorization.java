package dev.atelier.agentrun.engine;

import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunTransitionRecorder;
import dev.atelier.agentrun.run.journal.JournalEntry;
import dev.atelier.agentrun.run.journal.JournalEvent;
import dev.atelier.agentrun.run.journal.JournalEvent.Cancelled;
import dev.atelier.agentrun.run.journal.JournalEvent.Paused;
import dev.atelier.agentrun.run.journal.RunHistory;
import dev.atelier.events.AgentRunEvent.RunCancellationCause;
import dev.atelier.events.AgentRunEvent.RunPauseReason;
import dev.atelier.events.UserState;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.state.StateProjection;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Checks whether a run's starter still has the right to it. Workers check when they claim a run and before each step
 * with an effect, so that a run started while the right ended has no effect.
 */
@Component
class StarterAuthorization {
    private final WorkspaceAuthorization workspaceAuthorization;
    private final StateProjection<UserState> people;
    private final RunTransitionRecorder runTransitionRecorder;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    StarterAuthorization(
            WorkspaceAuthorization workspaceAuthorization,
            StateProjection<UserState> people,
            RunTransitionRecorder runTransitionRecorder,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.workspaceAuthorization = workspaceAuthorization;
        this.people = people;
        this.runTransitionRecorder = runTransitionRecorder;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    /**
     * Returns whether the run may continue. When it returns false, the run is already cancelled or paused.
     *
     * @throws dev.atelier.agentrun.run.journal.RunFenced when another writer has written the run's next journal entry
     */
    boolean allows(Run run, RunHistory runHistory) {
        if (outside(run)) {
            cancel(run, runHistory, RunCancellationCause.MEMBERSHIP_ENDED);
            return false;
        }
        var starter = people.find(run.startedBy().toString());
        if (starter.filter(UserState::held).isPresent()) {
            return !pauseIfHeld(run, runHistory);
        }
        if (starter.filter(UserState::deactivated).isPresent()) {
            cancel(run, runHistory, RunCancellationCause.USER_DEACTIVATED);
            return false;
        }
        return true;
    }

    /** Cancels the run because its starter no longer has access to the project. */
    void cancel(Run run, RunHistory runHistory, RunCancellationCause cause) {
        record(run, runHistory, new Cancelled(cause, null));
    }

    /**
     * Pauses the run if the account is still held. The transaction also writes the account's projected state, so that
     * it conflicts with a concurrent end of the hold.
     */
    private boolean pauseIfHeld(Run run, RunHistory runHistory) {
        return transactionRunner.call(() -> {
            var key = run.startedBy().toString();
            people.lock(key);
            if (people.find(key).filter(UserState::held).isEmpty()) {
                return false;
            }
            record(run, runHistory, new Paused(RunPauseReason.ACCOUNT_HELD));
            return true;
        });
    }

    private void record(Run run, RunHistory runHistory, JournalEvent what) {
        runTransitionRecorder.record(
                new JournalEntry(run.workspaceId(), run.id(), runHistory.nextSeq(), clock.instant(), what),
                runHistory.spent());
    }

    private boolean outside(Run run) {
        try {
            workspaceAuthorization.requireParticipant(run.workspaceId(), run.projectId(), run.startedBy());
            return false;
        } catch (Refusal refused) {
            return true;
        }
    }
}
