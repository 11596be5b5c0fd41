package dev.atelier.consistency;

import dev.atelier.client.ApiClientFactory;
import dev.atelier.load.AcknowledgedWrites;
import dev.atelier.load.FakeModelServer;
import dev.atelier.load.LoadGenerator;
import dev.atelier.load.LoadProfile;
import dev.atelier.load.RetryingClient;
import dev.atelier.load.TestDataFactory;
import dev.atelier.load.TestWorkspace;
import dev.atelier.stack.LocalStack;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A load test of some workspaces on a running system, from registration to the consistency check. */
public final class LoadRun implements AutoCloseable {
    private final LocalStack stack;
    private final FakeModelServer model;
    private final List<TestWorkspace> workspaces;
    private final LoadGenerator loadGenerator;

    private LoadRun(LocalStack stack, FakeModelServer model, List<TestWorkspace> crews, LoadProfile settings) {
        this.stack = stack;
        this.model = model;
        this.workspaces = List.copyOf(crews);
        this.loadGenerator = LoadGenerator.of(crews, settings);
    }

    /**
     * Creates the workspaces and starts the load. The services must allow models in private networks.
     *
     * @param name lower-case letters; part of every user's e-mail address
     * @param size number of workspaces, with two users each
     * @param thinking how long the model takes for each response
     */
    public static LoadRun start(LocalStack stack, String name, int size, Duration thinking, LoadProfile settings)
            throws IOException {
        var model = new FakeModelServer(FakeModelScript.calls(), "Done.", thinking);
        var crews = new ArrayList<TestWorkspace>();
        try {
            var apiClientFactory = new ApiClientFactory(stack.issuerUri(), stack.mails(), stack.gateway());
            var testDataFactory = new TestDataFactory(apiClientFactory, stack.mails(), name);
            for (var n = 1; n <= size; n++) {
                crews.add(testDataFactory.testWorkspace(name + " " + n, model));
            }
        } catch (RuntimeException | IOException e) {
            model.close();
            crews.forEach(TestWorkspace::close);
            throw e;
        }
        return new LoadRun(stack, model, crews, settings);
    }

    /**
     * The result of a load test.
     *
     * @param ledger acknowledged writes and the refusals that users got
     */
    public record LoadRunResult(List<ConsistencyResult> rows, AcknowledgedWrites ledger) {
        /** Whether all acknowledged writes are stored, once, in order, and every response was clear. */
        public boolean good() {
            return rows.stream().allMatch(ConsistencyResult::isConsistent)
                    && ledger.unclear().isEmpty();
        }

        @Override
        public String toString() {
            return ConsistencyCheck.table(rows) + "refused and repeated: " + ledger.refusals()
                    + ", without a response: " + ledger.unanswered() + ", unclear: " + ledger.unclear();
        }
    }

    /** The running load generator. */
    public LoadGenerator load() {
        return loadGenerator;
    }

    /** The workspaces and their users. */
    public List<TestWorkspace> workspaces() {
        return workspaces;
    }

    /** The fake model that the agents use. */
    public FakeModelServer model() {
        return model;
    }

    /** Starts additional runs, spread evenly over the workspaces; all are accepted when it returns. */
    public void startRuns(int many) throws InterruptedException {
        var retryingClient = new RetryingClient(loadGenerator.ledger());
        for (var n = 0; n < many; n++) {
            var testWorkspace = workspaces.get(n % workspaces.size());
            retryingClient.startRun(testWorkspace, testWorkspace.manager().person(), false);
        }
    }

    /** Stops the load, waits at most that long until everything in progress has ended, and checks consistency. */
    public LoadRunResult end(Duration settling) throws InterruptedException {
        loadGenerator.close();
        return new LoadRunResult(checkConsistency().awaitResults(settling), loadGenerator.ledger());
    }

    private ConsistencyCheck checkConsistency() {
        var acknowledgedWrites = loadGenerator.ledger();
        var retryingListReader = new RetryingListReader(acknowledgedWrites);
        var expectedEvents = new ExpectedEvents(acknowledgedWrites);
        var workspaceIds = workspaces.stream().map(TestWorkspace::workspace).collect(Collectors.toSet());
        return new ConsistencyCheck(List.of(
                new ActionConsistencyProbe(workspaces, acknowledgedWrites, retryingListReader),
                new RunConsistencyProbe(acknowledgedWrites, model, retryingListReader),
                new EventConsistencyProbe(
                        workspaces,
                        expectedEvents,
                        new PublishedEventReader(stack.kafka().bootstrapServers(), workspaceIds)),
                new WebhookConsistencyProbe(workspaces, expectedEvents),
                new MailConsistencyProbe(workspaces, acknowledgedWrites, stack.mails())));
    }

    /** Aborts the load if it was not ended. */
    @Override
    public void close() {
        loadGenerator.abort();
        model.close();
        workspaces.forEach(TestWorkspace::close);
    }
}
