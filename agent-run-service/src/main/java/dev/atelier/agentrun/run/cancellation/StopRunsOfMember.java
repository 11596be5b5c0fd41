package dev.atelier.agentrun.run.cancellation;

import dev.atelier.agentrun.run.RunStore;
import dev.atelier.agentrun.run.RunTransitionRecorder;
import dev.atelier.events.AgentRunEvent.RunCancellationCause;
import dev.atelier.events.MembershipState;
import dev.atelier.kit.work.BatchJob;
import dev.atelier.kit.work.BatchJobHandler;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stops the open runs of a member who was removed, left, or is no longer manager. Runs that a returned member started
 * after the end of the earlier membership continue.
 */
@Component
class StopRunsOfMember implements BatchJobHandler {
    private static final String ENDED = "runs-of-removed-member";
    private static final String CHANGED = "runs-of-member";

    private final RunStore runStore;
    private final RunTransitionRecorder runTransitionRecorder;
    private final OpenRunIterator batches;

    StopRunsOfMember(RunStore runStore, RunTransitionRecorder runTransitionRecorder, OpenRunIterator batches) {
        this.runStore = runStore;
        this.runTransitionRecorder = runTransitionRecorder;
        this.batches = batches;
    }

    static BatchJob job(MembershipState membership) {
        var kind = membership.ended() ? ENDED : CHANGED;
        return BatchJob.ofMember(kind, membership.workspaceId(), membership.userId(), null);
    }

    @Override
    public String kind() {
        return ENDED;
    }

    @Override
    public @Nullable String handle(BatchJob job, Instant requestedAt, @Nullable String position) {
        var batch = runStore.openOf(
                Objects.requireNonNull(job.workspaceId()),
                Objects.requireNonNull(job.userId()),
                OpenRunIterator.positionOf(position),
                OpenRunIterator.SIZE);
        return batches.forEach(batch, run -> {
            if (!run.createdAt().isAfter(requestedAt)) {
                runTransitionRecorder.cancelWithin(run, RunCancellationCause.MEMBERSHIP_ENDED, null);
            }
        });
    }

    /** After a change of the role, stops only runs in projects in which the member does not participate. */
    @Component
    static class StopUnauthorizedRuns implements BatchJobHandler {
        private final RunStore runStore;
        private final RunTransitionRecorder runTransitionRecorder;
        private final OpenRunIterator batches;
        private final RunStarterAccess rights;

        StopUnauthorizedRuns(
                RunStore runStore,
                RunTransitionRecorder runTransitionRecorder,
                OpenRunIterator batches,
                RunStarterAccess rights) {
            this.runStore = runStore;
            this.runTransitionRecorder = runTransitionRecorder;
            this.batches = batches;
            this.rights = rights;
        }

        @Override
        public String kind() {
            return CHANGED;
        }

        @Override
        public @Nullable String handle(BatchJob job, Instant requestedAt, @Nullable String position) {
            var batch = runStore.openOf(
                    Objects.requireNonNull(job.workspaceId()),
                    Objects.requireNonNull(job.userId()),
                    OpenRunIterator.positionOf(position),
                    OpenRunIterator.SIZE);
            return batches.forEach(batch, run -> {
                if (rights.lostFor(run)) {
                    runTransitionRecorder.cancelWithin(run, RunCancellationCause.MEMBERSHIP_ENDED, null);
                }
            });
        }
    }
}
