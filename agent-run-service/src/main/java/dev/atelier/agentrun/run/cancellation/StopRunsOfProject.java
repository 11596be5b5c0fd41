package dev.atelier.agentrun.run.cancellation;

import dev.atelier.agentrun.run.RunStore;
import dev.atelier.agentrun.run.RunTransitionRecorder;
import dev.atelier.events.AgentRunEvent.RunCancellationCause;
import dev.atelier.events.ProjectState;
import dev.atelier.kit.work.BatchJob;
import dev.atelier.kit.work.BatchJobHandler;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stops the open runs of a project whose starters have lost the right to them; all of them when the project was
 * deleted.
 */
@Component
class StopRunsOfProject implements BatchJobHandler {
    private static final String KIND = "runs-of-project";

    private final RunStore runStore;
    private final RunTransitionRecorder runTransitionRecorder;
    private final OpenRunIterator batches;
    private final RunStarterAccess rights;

    StopRunsOfProject(
            RunStore runStore,
            RunTransitionRecorder runTransitionRecorder,
            OpenRunIterator batches,
            RunStarterAccess rights) {
        this.runStore = runStore;
        this.runTransitionRecorder = runTransitionRecorder;
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
        var batch = runStore.openOf(
                Objects.requireNonNull(job.workspaceId()),
                Objects.requireNonNull(job.projectId()),
                OpenRunIterator.positionOf(position),
                OpenRunIterator.SIZE);
        return batches.forEach(batch, run -> {
            if (rights.lostFor(run)) {
                runTransitionRecorder.cancelWithin(run, RunCancellationCause.MEMBERSHIP_ENDED, null);
            }
        });
    }
}
