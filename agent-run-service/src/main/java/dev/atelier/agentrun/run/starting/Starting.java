package dev.atelier.agentrun.run.starting;

import dev.atelier.agentrun.agent.PublishedAgents;
import dev.atelier.agentrun.run.Order;
import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunSettings;
import dev.atelier.agentrun.run.Runs;
import dev.atelier.agentrun.run.Turns;
import dev.atelier.agentrun.run.journal.Entry;
import dev.atelier.agentrun.run.journal.Happening.Queued;
import dev.atelier.agentrun.run.journal.Journal;
import dev.atelier.events.UserState;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.kit.state.StateProjection;
import dev.atelier.kit.web.NotFound;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Starting runs, by hand and by API. */
@Component
class Starting {
    private final PublishedAgents agents;
    private final Runs runs;
    private final Allowance allowance;
    private final Turns turns;
    private final Journal journal;
    private final Access access;
    private final StateProjection<UserState> people;
    private final Outbox outbox;
    private final Transactions transactions;
    private final RunSettings settings;
    private final Clock clock;

    Starting(
            PublishedAgents agents,
            Runs runs,
            Allowance allowance,
            Turns turns,
            Journal journal,
            Access access,
            StateProjection<UserState> people,
            Outbox outbox,
            Transactions transactions,
            RunSettings settings,
            Clock clock) {
        this.agents = agents;
        this.runs = runs;
        this.allowance = allowance;
        this.turns = turns;
        this.journal = journal;
        this.access = access;
        this.people = people;
        this.outbox = outbox;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Lets pass who may start runs in the project, not found for everybody else, and takes the workspace's next turn.
     * Before the transaction: within it, all who start runs in a workspace at one moment would wait for each other.
     */
    double turn(WorkspaceId workspace, ProjectId project, UserId by) {
        access.participant(workspace, project, by);
        return turns.next(workspace);
    }

    /**
     * Queues a run at that turn; relies on the starter's membership, so that it and their removal cannot both win. Whoever
     * leaves the project at this moment loses the run when a worker takes it up.
     */
    Run start(WorkspaceId workspace, Wish wish, double turn, UserId by) {
        return transactions.call(() -> {
            access.rely(workspace, by);
            var timeZone = requireActive(by);
            if (runs.countOpenOf(workspace, by) >= settings.openPerPerson()) {
                throw new TooManyOpenRuns(settings.openPerPerson());
            }
            var agent = agents.newest(workspace, wish.agent());
            allowance.take(workspace);
            var order = new Order(
                    wish.agent(),
                    agent.number(),
                    agent.name(),
                    wish.project(),
                    by,
                    timeZone,
                    wish.input(),
                    wish.reportByMail());
            var now = clock.instant();
            var run = runs.save(Run.queued(RunId.next(), workspace, order, turn, now));
            journal.appendWithin(new Entry(workspace, run.id(), 1, now, new Queued(by, wish.input())));
            outbox.append(run.queuedFact(), run.said());
            return run;
        });
    }

    /**
     * The person's time zone, where it is known. Whose account is shut at this very moment may start one more, which is looked at before it
     * is carried.
     */
    private @Nullable String requireActive(UserId person) {
        var state = people.find(person.toString());
        if (state.filter(UserState::deactivated).isPresent()) {
            throw new NotFound();
        }
        return state.map(UserState::timeZone).orElse(null);
    }

    /** What somebody wants to start. */
    record Wish(AgentId agent, ProjectId project, String input, boolean reportByMail) {}
}
