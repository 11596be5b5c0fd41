package dev.atelier.agentrun.run.stopping;

import dev.atelier.agentrun.run.Progress;
import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunState;
import dev.atelier.agentrun.run.Runs;
import dev.atelier.events.AgentRunEvent.Cause;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.mongo.Transactions;
import org.springframework.stereotype.Component;

/** Stopping a run by hand. */
@Component
class Cancelling {
    private final Runs runs;
    private final Progress progress;
    private final Access access;
    private final Transactions transactions;

    Cancelling(Runs runs, Progress progress, Access access, Transactions transactions) {
        this.runs = runs;
        this.progress = progress;
        this.access = access;
        this.transactions = transactions;
    }

    /** Stops a run for its starter or the manager; one that was cancelled already stays so. */
    Run cancel(WorkspaceId workspace, RunId id, UserId by) {
        return transactions.call(() -> {
            var run = runs.get(workspace, id);
            var right = access.participant(workspace, run.projectId(), by);
            if (!right.manager() && !run.startedBy().equals(by)) {
                throw new NotYourRun();
            }
            if (run.state() == RunState.CANCELLED) {
                return run;
            }
            if (run.state().ended()) {
                throw new RunHasEnded();
            }
            progress.cancelWithin(run, Cause.PERSON, by);
            return runs.get(workspace, id);
        });
    }
}
