package dev.atelier.agentrun.run.stopping;

import dev.atelier.agentrun.run.Progress;
import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.Runs;
import dev.atelier.events.AgentRunEvent.Cause;
import dev.atelier.events.AgentRunEvent.PauseReason;
import dev.atelier.events.MembershipState;
import dev.atelier.events.MembershipState.Role;
import dev.atelier.events.ProjectState;
import dev.atelier.events.UserState;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.web.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;

/** Ends the runs of people who lost the right to them, in the transaction that hears of it. */
@Component
class Removals {
    private final Runs runs;
    private final Progress progress;
    private final Access access;

    Removals(Runs runs, Progress progress, Access access) {
        this.runs = runs;
        this.progress = progress;
        this.access = access;
    }

    /** An end takes all runs of the member along; a lost management those in projects they take no part in. */
    void heard(MembershipState membership) {
        if (membership.ended() || membership.role() != Role.MANAGER) {
            var open = runs.openOf(membership.workspaceId(), membership.userId());
            cancel(
                    membership.ended()
                            ? open
                            : open.stream().filter(this::withoutRight).toList(),
                    Cause.MEMBERSHIP_ENDED);
        }
    }

    /** Who left the project loses their runs in it, unless they manage the workspace. */
    void heard(ProjectState project) {
        var open = runs.openOf(project.workspaceId(), project.projectId());
        cancel(project.ended() ? open : open.stream().filter(this::withoutRight).toList(), Cause.MEMBERSHIP_ENDED);
    }

    /** Who is deactivated loses their runs; while an account is being recovered they stand still, and go on with it. */
    void heard(UserState user) {
        if (user.held()) {
            runs.openOf(user.userId()).forEach(run -> progress.pauseWithin(run, PauseReason.ACCOUNT_HELD));
        } else if (user.deactivated() || user.ended()) {
            cancel(runs.openOf(user.userId()), Cause.USER_DEACTIVATED);
        } else {
            runs.pausedOf(user.userId()).forEach(progress::resumeWithin);
        }
    }

    private boolean withoutRight(Run run) {
        return !hasRight(run.workspaceId(), run.projectId(), run.startedBy());
    }

    private boolean hasRight(WorkspaceId workspace, ProjectId project, UserId user) {
        try {
            access.participant(workspace, project, user);
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    private void cancel(List<Run> ended, Cause cause) {
        ended.forEach(run -> progress.cancelWithin(run, cause, null));
    }
}
