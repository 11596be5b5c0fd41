package dev.atelier.agentrun.run;

import dev.atelier.agentrun.run.journal.Course;
import dev.atelier.agentrun.run.journal.Entry;
import dev.atelier.agentrun.run.journal.Happening;
import dev.atelier.agentrun.run.journal.Happening.ApprovalAsked;
import dev.atelier.agentrun.run.journal.Happening.ApprovalDecided;
import dev.atelier.agentrun.run.journal.Happening.Cancelled;
import dev.atelier.agentrun.run.journal.Happening.Claimed;
import dev.atelier.agentrun.run.journal.Happening.Completed;
import dev.atelier.agentrun.run.journal.Happening.Failed;
import dev.atelier.agentrun.run.journal.Happening.Paused;
import dev.atelier.agentrun.run.journal.Happening.Resumed;
import dev.atelier.agentrun.run.journal.Journal;
import dev.atelier.agentrun.run.journal.LostRun;
import dev.atelier.agentrun.run.journal.Spent;
import dev.atelier.events.AgentRunEvent.Cause;
import dev.atelier.events.AgentRunEvent.PauseReason;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.outbox.Outbox;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * The turns of a run's life that others hear of: each is one transaction of the journal's line, the run's state and the
 * fact in the outbox.
 */
@Component
public class Progress {
    private final Runs runs;
    private final Journal journal;
    private final Outbox outbox;
    private final Transactions transactions;
    private final List<RunEnded> hooks;
    private final Clock clock;

    Progress(Runs runs, Journal journal, Outbox outbox, Transactions transactions, List<RunEnded> hooks, Clock clock) {
        this.runs = runs;
        this.journal = journal;
        this.outbox = outbox;
        this.transactions = transactions;
        this.hooks = hooks;
        this.clock = clock;
    }

    /**
     * A worker's line with which the run starts, waits or ends.
     *
     * @param spent by the run so far
     * @throws LostRun when another worker, a decision or a cancellation wrote that line
     */
    public void record(Entry entry, Spent spent) {
        try {
            transactions.run(() -> apply(entry, spent));
        } catch (DuplicateKeyException e) {
            throw new LostRun(entry.id());
        }
    }

    /** Writes a person's line, or a removal's, as the run's next one, inside the running transaction. */
    public void recordNextWithin(WorkspaceId workspace, RunId run, Happening what) {
        var course = new Course(journal.of(workspace, run));
        apply(new Entry(workspace, run, course.nextSeq(), clock.instant(), what), course.spent());
    }

    /** Stops a run inside the running transaction; nothing happens where it has ended. */
    public void cancelWithin(Run run, Cause cause, @Nullable UserId by) {
        if (!run.state().ended()) {
            recordNextWithin(run.workspaceId(), run.id(), new Cancelled(cause, by));
        }
    }

    /** Lets a run stand still inside the running transaction; nothing happens where it does or has ended. */
    public void pauseWithin(Run run, PauseReason why) {
        if (!run.state().ended() && run.state() != RunState.PAUSED) {
            recordNextWithin(run.workspaceId(), run.id(), new Paused(why));
        }
    }

    /** Lets a paused run go on inside the running transaction. */
    public void resumeWithin(Run run) {
        var waiting = new Course(journal.of(run.workspaceId(), run.id())).waiting();
        recordNextWithin(run.workspaceId(), run.id(), new Resumed(waiting));
    }

    private void apply(Entry entry, Spent spent) {
        var run = runs.get(entry.workspaceId(), entry.runId());
        if (run.state().ended()) {
            throw new LostRun(entry.id());
        }
        journal.appendWithin(entry);
        var said = next(run, entry, spent);
        runs.save(said.run());
        outbox.append(said.fact(), said.run().said());
        if (said.run().state().ended()) {
            hooks.forEach(hook -> hook.ended(run.workspaceId(), run.id()));
        }
    }

    private static Run.Said next(Run run, Entry entry, Spent spent) {
        return switch (entry.what()) {
            case Claimed claimed -> run.started(entry.at());
            case ApprovalAsked asked -> run.waits(asked.approval(), asked.tool(), asked.approver());
            case ApprovalDecided decided -> run.decided(decided.approval(), decided.outcome(), decided.by());
            case Paused paused -> run.paused(paused.why());
            case Resumed resumed -> run.resumed(resumed.waiting());
            case Completed completed -> run.completed(completed.result(), spent, entry.at());
            case Failed failed -> run.failed(failed, spent, entry.at());
            case Cancelled cancelled -> run.cancelled(cancelled.cause(), cancelled.by(), spent, entry.at());
            default -> throw new IllegalArgumentException("no turn of a run: " + entry.what());
        };
    }
}
