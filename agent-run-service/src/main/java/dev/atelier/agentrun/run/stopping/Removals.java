package dev.atelier.agentrun.run.stopping;

import dev.atelier.agentrun.run.Runs;
import dev.atelier.events.MembershipState;
import dev.atelier.events.MembershipState.Role;
import dev.atelier.events.ProjectState;
import dev.atelier.events.UserState;
import dev.atelier.kit.batch.BatchJobQueue;
import org.springframework.stereotype.Component;

/**
 * Queues the end of the runs of people who lost the right to them, in the transaction that hears of it. The right itself has ended with
 * that transaction: no worker takes such a run up or lets it have an effect. The runs end in batches: {@link StopRunsOfMember},
 * {@link StopRunsOfProject}, {@link StopRunsOfPerson}.
 */
@Component
class Removals {
    private final Runs runs;
    private final BatchJobQueue jobs;

    Removals(Runs runs, BatchJobQueue jobs) {
        this.runs = runs;
        this.jobs = jobs;
    }

    /** An end takes all runs of the member along; a lost management those in projects they take no part in. */
    void heard(MembershipState membership) {
        if ((membership.ended() || membership.role() != Role.MANAGER)
                && runs.anyOpenOf(membership.workspaceId(), membership.userId())) {
            jobs.add(StopRunsOfMember.job(membership));
        }
    }

    /** Who left the project loses their runs in it, unless they manage the workspace. */
    void heard(ProjectState project) {
        if (runs.anyOpenOf(project.workspaceId(), project.projectId())) {
            jobs.add(StopRunsOfProject.job(project));
        }
    }

    /** Who is deactivated loses their runs; while an account is being recovered they stand still, and go on with it. */
    void heard(UserState user) {
        if (runs.anyOpenOf(user.userId())) {
            jobs.add(StopRunsOfPerson.job(user.userId()));
        }
    }
}
