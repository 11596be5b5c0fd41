package dev.atelier.agentrun.run.stopping;

import dev.atelier.agentrun.run.Progress;
import dev.atelier.agentrun.run.Runs;
import dev.atelier.events.AgentRunEvent.Cause;
import dev.atelier.events.ProjectState;
import dev.atelier.kit.batch.BatchJob;
import dev.atelier.kit.batch.BatchJobHandler;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stops the open runs of a project whose starters have no right to it any more; all of them where it was deleted. */
@Component
class StopRunsOfProject implements BatchJobHandler {
    private static final String KIND = "runs-of-project";

    private final Runs runs;
    private final Progress progress;
    private final RunBatches batches;
    private final StarterRights rights;

    StopRunsOfProject(Runs runs, Progress progress, RunBatches batches, StarterRights rights) {
        this.runs = runs;
        this.progress = progress;
        this.batches = batches;
        this.rights = rights;
    }

    static BatchJob job(ProjectState project) {
        return BatchJob.ofProject(KIND, project.workspaceId(), project.projectId());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public @Nullable String handle(BatchJob job, Instant requestedAt, @Nullable String position) {
        var batch = runs.openOf(
                Objects.requireNonNull(job.workspaceId()),
                Objects.requireNonNull(job.projectId()),
                RunBatches.after(position),
                RunBatches.SIZE);
        return batches.each(batch, run -> {
            if (rights.lostFor(run)) {
                progress.cancelWithin(run, Cause.MEMBERSHIP_ENDED, null);
            }
        });
    }
}
