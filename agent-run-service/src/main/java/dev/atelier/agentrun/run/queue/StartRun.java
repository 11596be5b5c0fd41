package dev.atelier.agentrun.run.queue;

import dev.atelier.agentrun.agent.PublishedAgentReader;
import dev.atelier.agentrun.run.FairTurnAllocator;
import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunRequest;
import dev.atelier.agentrun.run.RunSettings;
import dev.atelier.agentrun.run.RunStore;
import dev.atelier.agentrun.run.journal.JournalEntry;
import dev.atelier.agentrun.run.journal.JournalEvent.Queued;
import dev.atelier.agentrun.run.journal.RunJournal;
import dev.atelier.events.UserState;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.state.StateProjection;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Starting runs, by hand and by API. */
@Component
public class StartRun {
    private final PublishedAgentReader agents;
    private final RunStore runStore;
    private final RunQuota runQuota;
    private final FairTurnAllocator fairTurnAllocator;
    private final RunJournal journal;
    private final WorkspaceAuthorization workspaceAuthorization;
    private final StateProjection<UserState> people;
    private final Outbox outbox;
    private final TransactionRunner transactionRunner;
    private final RunSettings settings;
    private final Clock clock;

    StartRun(
            PublishedAgentReader agents,
            RunStore runStore,
            RunQuota runQuota,
            FairTurnAllocator fairTurnAllocator,
            RunJournal journal,
            WorkspaceAuthorization workspaceAuthorization,
            StateProjection<UserState> people,
            Outbox outbox,
            TransactionRunner transactionRunner,
            RunSettings settings,
            Clock clock) {
        this.agents = agents;
        this.runStore = runStore;
        this.runQuota = runQuota;
        this.fairTurnAllocator = fairTurnAllocator;
        this.journal = journal;
        this.workspaceAuthorization = workspaceAuthorization;
        this.people = people;
        this.outbox = outbox;
        this.transactionRunner = transactionRunner;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Lets pass who may start runs in the project, not found for everybody else, and takes the workspace's next turn.
     * Before the transaction: within it, all who start runs in a workspace at one moment would wait for each other.
     */
    public double turn(WorkspaceId workspace, ProjectId project, UserId by) {
        workspaceAuthorization.participant(workspace, project, by);
        return fairTurnAllocator.next(workspace);
    }

    /**
     * Queues a run at that turn; relies on the starter's membership, so that it and their removal cannot both win. Whoever
     * leaves the project at this moment loses the run when a worker takes it up.
     */
    public Run start(WorkspaceId workspace, StartRunCommand startRunCommand, double turn, UserId by) {
        return transactionRunner.call(() -> {
            workspaceAuthorization.rely(workspace, by);
            var timeZone = requireActive(by);
            if (runStore.countOpenOf(workspace, by) >= settings.openPerPerson()) {
                throw new TooManyOpenRuns(settings.openPerPerson());
            }
            var agent = agents.newest(workspace, startRunCommand.agent());
            runQuota.take(workspace);
            var runRequest = new RunRequest(
                    startRunCommand.agent(),
                    agent.number(),
                    agent.name(),
                    startRunCommand.project(),
                    by,
                    timeZone,
                    startRunCommand.input(),
                    startRunCommand.reportByMail());
            var now = clock.instant();
            var run = runStore.save(Run.queued(RunId.next(), workspace, runRequest, turn, now));
            journal.appendWithin(
                    new JournalEntry(workspace, run.id(), 1, now, new Queued(by, startRunCommand.input())));
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
    public record StartRunCommand(AgentId agent, ProjectId project, String input, boolean reportByMail) {}
}
