package dev.atelier.agentrun.run;

import dev.atelier.agentrun.run.journal.JournalEntry;
import dev.atelier.agentrun.run.journal.JournalEvent;
import dev.atelier.agentrun.run.journal.JournalEvent.ApprovalDecided;
import dev.atelier.agentrun.run.journal.JournalEvent.ApprovalRequested;
import dev.atelier.agentrun.run.journal.JournalEvent.Cancelled;
import dev.atelier.agentrun.run.journal.JournalEvent.Claimed;
import dev.atelier.agentrun.run.journal.JournalEvent.Completed;
import dev.atelier.agentrun.run.journal.JournalEvent.Failed;
import dev.atelier.agentrun.run.journal.JournalEvent.Paused;
import dev.atelier.agentrun.run.journal.JournalEvent.Resumed;
import dev.atelier.agentrun.run.journal.RunFenced;
import dev.atelier.agentrun.run.journal.RunHistory;
import dev.atelier.agentrun.run.journal.RunJournal;
import dev.atelier.agentrun.run.journal.RunUsage;
import dev.atelier.events.AgentRunEvent.RunCancellationCause;
import dev.atelier.events.AgentRunEvent.RunPauseReason;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Records the state transitions of runs. Each is one transaction of the journal entry, the run's state and the event in
 * the outbox.
 */
@Component
public class RunTransitionRecorder {
    private final RunStore runStore;
    private final RunJournal journal;
    private final Outbox outbox;
    private final TransactionRunner transactionRunner;
    private final List<RunEndListener> hooks;
    private final Clock clock;

    RunTransitionRecorder(
            RunStore runStore,
            RunJournal journal,
            Outbox outbox,
            TransactionRunner transactionRunner,
            List<RunEndListener> hooks,
            Clock clock) {
        this.runStore = runStore;
        this.journal = journal;
        this.outbox = outbox;
        this.transactionRunner = transactionRunner;
        this.hooks = hooks;
        this.clock = clock;
    }

    /**
     * Records a worker's journal entry that starts, suspends or ends the run.
     *
     * @param runUsage usage of the run so far
     * @throws RunFenced when another writer (worker, decision or cancellation) has written this entry
     */
    public void record(JournalEntry entry, RunUsage runUsage) {
        try {
            transactionRunner.run(() -> apply(entry, runUsage));
        } catch (DuplicateKeyException e) {
            throw new RunFenced(entry.id());
        }
    }

    /** Appends the next entry of a run for a person or a background job, inside the running transaction. */
    public void recordNextWithin(WorkspaceId workspace, RunId run, JournalEvent what) {
        var runHistory = new RunHistory(journal.of(workspace, run));
        apply(new JournalEntry(workspace, run, runHistory.nextSeq(), clock.instant(), what), runHistory.spent());
    }

    /** Cancels a run inside the running transaction; does nothing when it has ended. */
    public void cancelWithin(Run run, RunCancellationCause cause, @Nullable UserId by) {
        if (!run.state().ended()) {
            recordNextWithin(run.workspaceId(), run.id(), new Cancelled(cause, by));
        }
    }

    /** Pauses a run inside the running transaction; does nothing when it is paused or has ended. */
    public void pauseWithin(Run run, RunPauseReason why) {
        if (!run.state().ended() && run.state() != RunState.PAUSED) {
            recordNextWithin(run.workspaceId(), run.id(), new Paused(why));
        }
    }

    /** Resumes a paused run inside the running transaction. */
    public void resumeWithin(Run run) {
        var waiting = new RunHistory(journal.of(run.workspaceId(), run.id())).waiting();
        recordNextWithin(run.workspaceId(), run.id(), new Resumed(waiting));
    }

    private void apply(JournalEntry entry, RunUsage runUsage) {
        var run = runStore.get(entry.workspaceId(), entry.runId());
        if (run.state().ended()) {
            throw new RunFenced(entry.id());
        }
        journal.appendWithin(entry);
        var runTransition = next(run, entry, runUsage);
        runStore.save(runTransition.run());
        outbox.append(runTransition.fact(), runTransition.run().eventCount());
        if (runTransition.run().state().ended()) {
            hooks.forEach(hook -> hook.onRunEnded(run.workspaceId(), run.id()));
        }
    }

    private static Run.RunTransition next(Run run, JournalEntry entry, RunUsage runUsage) {
        return switch (entry.what()) {
            case Claimed claimed -> run.started(entry.at());
            case ApprovalRequested asked -> run.waits(asked.approval(), asked.tool(), asked.approver());
            case ApprovalDecided decided -> run.decided(decided.approval(), decided.outcome(), decided.by());
            case Paused paused -> run.paused(paused.why());
            case Resumed resumed -> run.resumed(resumed.waiting());
            case Completed completed -> run.completed(completed.result(), runUsage, entry.at());
            case Failed failed -> run.failed(failed, runUsage, entry.at());
            case Cancelled cancelled -> run.cancelled(cancelled.cause(), cancelled.by(), runUsage, entry.at());
            default -> throw new IllegalArgumentException("no state transition of a run: " + entry.what());
        };
    }
}
