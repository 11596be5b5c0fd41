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
 * Queues the end of the runs of people who lost the right to them, in the transaction that hears of it. The right itself has ended with
 * that transaction: no worker takes such a run up or lets it have an effect. The runs end in batches: {@link StopRunsOfMember},
 * {@link StopRunsOfProject}, {@link StopRunsOfPerson}.
 */
@Component
class StarterAccessEnforcer {
    private final RunStore runStore;
    private final WorkQueue<BatchJob> jobs;

    StarterAccessEnforcer(RunStore runStore, WorkQueue<BatchJob> jobs) {
        this.runStore = runStore;
        this.jobs = jobs;
    }

    /** An end takes all runs of the member along; a lost management those in projects they take no part in. */
    void heard(MembershipState membership) {
        if ((membership.ended() || membership.role() != WorkspaceRole.MANAGER)
                && runStore.anyOpenOf(membership.workspaceId(), membership.userId())) {
            jobs.enqueue(StopRunsOfMember.job(membership).request());
        }
    }

    /** Who left the project loses their runs in it, unless they manage the workspace. */
    void heard(ProjectState project) {
        if (runStore.anyOpenOf(project.workspaceId(), project.projectId())) {
            jobs.enqueue(StopRunsOfProject.job(project).request());
        }
    }

    /** Who is deactivated loses their runs; while an account is being recovered they stand still, and go on with it. */
    void heard(UserState user) {
        if (runStore.anyOpenOf(user.userId())) {
            jobs.enqueue(StopRunsOfPerson.job(user.userId()).request());
        }
    }
}
