package dev.atelier.agentrun.run.cancellation;

import dev.atelier.agentrun.run.RunStore;
import dev.atelier.events.MembershipState;
import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.ProjectState;
import dev.atelier.events.UserState;
import dev.atelier.kit.work.BatchJob;
import dev.atelier.kit.work.WorkQueue;
import org.springframework.stereotype.Component;

/**
 * Queues jobs that stop the runs of people who lost the right to them, in the transaction that stores the new state.
 * From that transaction on no worker claims such a run or executes a step with an effect for it. The jobs stop the runs
 * in batches: {@link StopRunsOfMember}, {@link StopRunsOfProject}, {@link StopRunsOfPerson}.
 */
@Component
class StarterAccessEnforcer {
    private final RunStore runStore;
    private final WorkQueue<BatchJob> jobs;

    StarterAccessEnforcer(RunStore runStore, WorkQueue<BatchJob> jobs) {
        this.runStore = runStore;
        this.jobs = jobs;
    }

    /**
     * The end of a membership stops all runs of the member. The loss of the manager role stops their runs in projects
     * in which they do not participate.
     */
    void handle(MembershipState membership) {
        if ((membership.ended() || membership.role() != WorkspaceRole.MANAGER)
                && runStore.anyOpenOf(membership.workspaceId(), membership.userId())) {
            jobs.enqueue(StopRunsOfMember.job(membership).request());
        }
    }

    /** A person who left the project loses their runs in it, unless they manage the workspace. */
    void handle(ProjectState project) {
        if (runStore.anyOpenOf(project.workspaceId(), project.projectId())) {
            jobs.enqueue(StopRunsOfProject.job(project).request());
        }
    }

    /**
     * A deactivated person loses their runs. While an account is held for recovery its runs are paused; they are
     * resumed afterwards.
     */
    void handle(UserState user) {
        if (runStore.anyOpenOf(user.userId())) {
            jobs.enqueue(StopRunsOfPerson.job(user.userId()).request());
        }
    }
}
