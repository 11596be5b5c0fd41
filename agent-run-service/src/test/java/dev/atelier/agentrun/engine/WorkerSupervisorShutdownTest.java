package dev.atelier.agentrun.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.agentrun.ServiceTest;
import dev.atelier.agentrun.TestAgentFactory;
import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunClaimStore;
import dev.atelier.agentrun.run.journal.JournalFeed;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.TestPropertySource;

/** Leases are so long here that runs which a stopped engine does not release stay assigned to it. */
@TestPropertySource(properties = {"atelier.engine.lease=10m", "atelier.engine.sweep=3m"})
class WorkerSupervisorShutdownTest extends ServiceTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private WorkerSupervisor engine;

    @Autowired
    private RunClaimStore runClaims;

    @Autowired
    private RunExecutor carrying;

    @Autowired
    private JournalFeed feed;

    @Autowired
    private EngineSettings settings;

    @Autowired
    private MongoTemplate mongo;

    @Test
    void anEngineThatStopsWhileItClaimsKeepsNothingAndAnotherGoesOnAtOnce() {
        engine.stop();
        WORKSPACE_SERVICE.takes(Duration.ofSeconds(1));
        var agent = TestAgentFactory.published(
                as(lea),
                path(""),
                "Summarise the project's actions, then propose two follow-up actions.",
                Map.of("search_actions", "NONE"));
        TestAgentFactory.started(as(noah), path(""), agent, project, "How does the web site stand?");
        TestAgentFactory.started(as(noah), path(""), agent, project, "How does the web site stand?");
        var claims = new SlowWorkerLeaseStore();
        var stopping = new WorkerSupervisor(claims, carrying, feed, settings);
        stopping.start();
        await().atMost(SOON).until(() -> claims.underWay.getCount() == 0);

        stopping.stop();

        await().atMost(SOON).until(() -> claims.done.getCount() == 0);
        assertThat(runs("RUNNING")).isZero();
        assertThat(runs("QUEUED") + runs("COMPLETED"))
                .as("given back, or just brought to its end")
                .isEqualTo(2);
        engine.start();
        await().atMost(SOON).untilAsserted(() -> assertThat(runs("COMPLETED")).isEqualTo(2));
    }

    private long runs(String state) {
        return mongo.getCollection("runs")
                .countDocuments(new Document("workspaceId", workspace.value()).append("state", state));
    }

    /** The second claim starts before the stop; without a wait in the stop, it would reach the database after it. */
    private final class SlowWorkerLeaseStore extends WorkerLeaseStore {
        private final CountDownLatch underWay = new CountDownLatch(2);
        private final CountDownLatch done = new CountDownLatch(2);
        private final CountDownLatch ended = new CountDownLatch(1);

        SlowWorkerLeaseStore() {
            super(mongo, runClaims, settings);
        }

        @Override
        Optional<Run> claimNext(UUID worker) {
            underWay.countDown();
            if (underWay.getCount() == 0) {
                try {
                    ended.await(500, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            var run = super.claimNext(worker);
            done.countDown();
            return run;
        }

        @Override
        void endLease(UUID worker) {
            super.endLease(worker);
            ended.countDown();
        }
    }
}
