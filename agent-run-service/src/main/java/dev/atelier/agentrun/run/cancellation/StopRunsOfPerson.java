package dev.atelier.agentrun.run.cancellation;

import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunState;
import dev.atelier.agentrun.run.RunStore;
import dev.atelier.agentrun.run.RunTransitionRecorder;
import dev.atelier.events.AgentRunEvent.RunCancellationCause;
import dev.atelier.events.AgentRunEvent.RunPauseReason;
import dev.atelier.events.UserState;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.state.StateProjection;
import dev.atelier.kit.work.BatchJob;
import dev.atelier.kit.work.BatchJobHandler;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stops, pauses or resumes a person's open runs according to the current state of their account. Each transaction also
 * writes the account's projected state, so that it conflicts with a concurrent change of the account.
 */
@Component
class StopRunsOfPerson implements BatchJobHandler {
    private static final String KIND = "runs-of-person";

    private final RunStore runStore;
    private final RunTransitionRecorder runTransitionRecorder;
    private final OpenRunIterator batches;
    private final StateProjection<UserState> people;

    StopRunsOfPerson(
            RunStore runStore,
            RunTransitionRecorder runTransitionRecorder,
            OpenRunIterator batches,
            StateProjection<UserState> people) {
        this.runStore = runStore;
        this.runTransitionRecorder = runTransitionRecorder;
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
        return batches.forEach(
                runStore.openOf(person, OpenRunIterator.positionOf(position), OpenRunIterator.SIZE), this::change);
    }

    /** An unknown account counts as deactivated. */
    private void change(Run run) {
        var key = run.startedBy().toString();
        people.lock(key);
        var account = people.find(key).orElse(null);
        if (account == null) {
            runTransitionRecorder.cancelWithin(run, RunCancellationCause.USER_DEACTIVATED, null);
        } else if (account.held()) {
            runTransitionRecorder.pauseWithin(run, RunPauseReason.ACCOUNT_HELD);
        } else if (account.deactivated()) {
            runTransitionRecorder.cancelWithin(run, RunCancellationCause.USER_DEACTIVATED, null);
        } else if (run.state() == RunState.PAUSED) {
            runTransitionRecorder.resumeWithin(run);
        }
    }
}
