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

/** Starts runs, from the app and the API. */
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
     * Checks that the person may start runs in the project (else "not found") and takes the workspace's next turn.
     * Called before the transaction: inside it, concurrent starts in a workspace would wait for each other.
     */
    public double takeTurn(WorkspaceId workspace, ProjectId project, UserId by) {
        workspaceAuthorization.requireParticipant(workspace, project, by);
        return fairTurnAllocator.takeNext(workspace);
    }

    /**
     * Queues a run with that turn. The transaction also writes the starter's membership, so that it conflicts with a
     * concurrent removal. If the starter leaves the project at the same time, the worker that claims the run cancels
     * it.
     */
    public Run start(WorkspaceId workspace, StartRunCommand startRunCommand, double turn, UserId by) {
        return transactionRunner.call(() -> {
            workspaceAuthorization.lockMembership(workspace, by);
            var timeZone = requireActive(by);
            if (runStore.countOpenOf(workspace, by) >= settings.openPerPerson()) {
                throw new TooManyOpenRuns(settings.openPerPerson());
            }
            var agent = agents.newest(workspace, startRunCommand.agent());
            runQuota.countStart(workspace);
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
            outbox.append(run.queuedEvent(), run.eventCount());
            return run;
        });
    }

    /**
     * Returns the person's time zone if it is known. A person whose account is deactivated at the same time may still
     * start a run; the worker checks the account before it executes the run.
     */
    private @Nullable String requireActive(UserId person) {
        var state = people.find(person.toString());
        if (state.filter(UserState::deactivated).isPresent()) {
            throw new NotFound();
        }
        return state.map(UserState::timeZone).orElse(null);
    }

    /** The run to start. */
    public record StartRunCommand(AgentId agent, ProjectId project, String input, boolean reportByMail) {}
}
