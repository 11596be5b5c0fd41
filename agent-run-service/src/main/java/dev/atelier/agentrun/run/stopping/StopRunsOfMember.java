package dev.atelier.agentrun.run.stopping;

import dev.atelier.agentrun.run.Progress;
import dev.atelier.agentrun.run.Runs;
import dev.atelier.events.AgentRunEvent.Cause;
import dev.atelier.events.MembershipState;
import dev.atelier.kit.batch.BatchJob;
import dev.atelier.kit.batch.BatchJobHandler;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stops the open runs of a member who was removed, left, or manages no longer. What somebody who came back starts goes on; what they had
 * started before does not.
 */
@Component
class StopRunsOfMember implements BatchJobHandler {
    private static final String ENDED = "runs-of-removed-member";
    private static final String CHANGED = "runs-of-member";

    private final Runs runs;
    private final Progress progress;
    private final RunBatches batches;

    StopRunsOfMember(Runs runs, Progress progress, RunBatches batches) {
        this.runs = runs;
        this.progress = progress;
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
        var batch = runs.openOf(
                Objects.requireNonNull(job.workspaceId()),
                Objects.requireNonNull(job.userId()),
                RunBatches.after(position),
                RunBatches.SIZE);
        return batches.each(batch, run -> {
            if (!run.createdAt().isAfter(requestedAt)) {
                progress.cancelWithin(run, Cause.MEMBERSHIP_ENDED, null);
            }
        });
    }

    /** A member whose role changed keeps the runs in projects they take part in. */
    @Component
    static class WithoutRight implements BatchJobHandler {
        private final Runs runs;
        private final Progress progress;
        private final RunBatches batches;
        private final StarterRights rights;

        WithoutRight(Runs runs, Progress progress, RunBatches batches, StarterRights rights) {
            this.runs = runs;
            this.progress = progress;
            this.batches = batches;
            this.rights = rights;
        }

        @Override
        public String kind() {
            return CHANGED;
        }

        @Override
        public @Nullable String handle(BatchJob job, Instant requestedAt, @Nullable String position) {
            var batch = runs.openOf(
                    Objects.requireNonNull(job.workspaceId()),
                    Objects.requireNonNull(job.userId()),
                    RunBatches.after(position),
                    RunBatches.SIZE);
            return batches.each(batch, run -> {
                if (rights.lostFor(run)) {
                    progress.cancelWithin(run, Cause.MEMBERSHIP_ENDED, null);
                }
            });
        }
    }
}
