package dev.atelier.agentrun.engine;

import dev.atelier.agentrun.run.Progress;
import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.journal.Course;
import dev.atelier.agentrun.run.journal.Entry;
import dev.atelier.agentrun.run.journal.Happening;
import dev.atelier.agentrun.run.journal.Happening.Cancelled;
import dev.atelier.agentrun.run.journal.Happening.Paused;
import dev.atelier.events.AgentRunEvent.Cause;
import dev.atelier.events.AgentRunEvent.PauseReason;
import dev.atelier.events.UserState;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.state.StateProjection;
import dev.atelier.kit.web.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Whether a run's starter still has the right to it: looked at when a worker takes it up and before each step with an effect, so that
 * a start which was under way when the right ended does nothing.
 */
@Component
class Standing {
    private final Access access;
    private final StateProjection<UserState> people;
    private final Progress progress;
    private final Transactions transactions;
    private final Clock clock;

    Standing(
            Access access,
            StateProjection<UserState> people,
            Progress progress,
            Transactions transactions,
            Clock clock) {
        this.access = access;
        this.people = people;
        this.progress = progress;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * True where the run may go on; else it is stopped or paused by now.
     *
     * @throws dev.atelier.agentrun.run.journal.LostRun when somebody else wrote the run's next line
     */
    boolean allows(Run run, Course course) {
        if (outside(run)) {
            cancel(run, course, Cause.MEMBERSHIP_ENDED);
            return false;
        }
        var starter = people.find(run.startedBy().toString());
        if (starter.filter(UserState::held).isPresent()) {
            return !paused(run, course);
        }
        if (starter.filter(UserState::deactivated).isPresent()) {
            cancel(run, course, Cause.USER_DEACTIVATED);
            return false;
        }
        return true;
    }

    /** The starter was found to have no place in the project any more. */
    void cancel(Run run, Course course, Cause cause) {
        record(run, course, new Cancelled(cause, null));
    }

    /** Relies on the account's state: this and the end of the hold cannot both miss the other. */
    private boolean paused(Run run, Course course) {
        return transactions.call(() -> {
            var key = run.startedBy().toString();
            people.rely(key);
            if (people.find(key).filter(UserState::held).isEmpty()) {
                return false;
            }
            record(run, course, new Paused(PauseReason.ACCOUNT_HELD));
            return true;
        });
    }

    private void record(Run run, Course course, Happening what) {
        progress.record(
                new Entry(run.workspaceId(), run.id(), course.nextSeq(), clock.instant(), what), course.spent());
    }

    private boolean outside(Run run) {
        try {
            access.participant(run.workspaceId(), run.projectId(), run.startedBy());
            return false;
        } catch (Refusal refused) {
            return true;
        }
    }
}
