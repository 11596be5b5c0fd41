package dev.atelier.agentrun.run.stopping;

import dev.atelier.agentrun.run.Progress;
import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunState;
import dev.atelier.agentrun.run.Runs;
import dev.atelier.events.AgentRunEvent.Cause;
import dev.atelier.events.AgentRunEvent.PauseReason;
import dev.atelier.events.UserState;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.batch.BatchJob;
import dev.atelier.kit.batch.BatchJobHandler;
import dev.atelier.kit.state.StateProjection;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stops, pauses or resumes the open runs of a person, as their account stands now. Each change of a run writes the account's row, so that
 * no newer state of the account passes beside it.
 */
@Component
class StopRunsOfPerson implements BatchJobHandler {
    private static final String KIND = "runs-of-person";

    private final Runs runs;
    private final Progress progress;
    private final RunBatches batches;
    private final StateProjection<UserState> people;

    StopRunsOfPerson(Runs runs, Progress progress, RunBatches batches, StateProjection<UserState> people) {
        this.runs = runs;
        this.progress = progress;
        this.batches = batches;
        this.people = people;
    }

    static BatchJob job(UserId person) {
        return BatchJob.ofPerson(KIND, person);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public @Nullable String handle(BatchJob job, Instant requestedAt, @Nullable String position) {
        var person = Objects.requireNonNull(job.userId());
        return batches.each(runs.openOf(person, RunBatches.after(position), RunBatches.SIZE), this::change);
    }

    /** An account that is not known any more has ended. */
    private void change(Run run) {
        var key = run.startedBy().toString();
        people.rely(key);
        var account = people.find(key).orElse(null);
        if (account == null) {
            progress.cancelWithin(run, Cause.USER_DEACTIVATED, null);
        } else if (account.held()) {
            progress.pauseWithin(run, PauseReason.ACCOUNT_HELD);
        } else if (account.deactivated()) {
            progress.cancelWithin(run, Cause.USER_DEACTIVATED, null);
        } else if (run.state() == RunState.PAUSED) {
            progress.resumeWithin(run);
        }
    }
}
