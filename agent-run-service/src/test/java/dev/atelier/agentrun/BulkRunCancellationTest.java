package dev.atelier.agentrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunRequest;
import dev.atelier.agentrun.run.RunStore;
import dev.atelier.agentrun.run.journal.JournalEntry;
import dev.atelier.agentrun.run.journal.JournalEvent.Queued;
import dev.atelier.agentrun.run.journal.RunJournal;
import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.UserState;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.kit.mongo.TransactionRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * Stops more open runs than one transaction should handle. No worker executes runs here, so they stay open until they
 * are stopped.
 */
@TestPropertySource(properties = {"atelier.engine.enabled=false", "atelier.mongo.tenant-guard=false"})
class BulkRunCancellationTest extends ServiceTest {
    private static final int MANY = 2_000;
    private static final int SOME = 50;
    private static final int AT_ONCE = 100;
    private static final Duration SOON = Duration.ofSeconds(120);

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private RunStore runs;

    @Autowired
    private RunJournal journal;

    @Autowired
    private TransactionRunner transactions;

    private UserId max;
    private ProjectId place;
    private String agent;

    @BeforeEach
    void aMemberOfAProject() {
        max = new UserId(UuidV7.next());
        place = new ProjectId(UuidV7.next());
        agent = TestAgentFactory.published(as(lea), path(""), "Be brief.", Map.of("search_actions", "NONE"));
        states.member(workspace, max, WorkspaceRole.MEMBER, false);
        states.project(workspace, place, lea, max);
        await().atMost(SOON)
                .until(() -> as(max).get(path("/runs?projectId=" + place)).status() == 200);
    }

    @Test
    void allRunsOfWhoLeavesAProjectStop() {
        started(MANY);

        states.project(workspace, place, lea);

        await().atMost(SOON).untilAsserted(() -> assertThat(count("CANCELLED")).isEqualTo(MANY));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(mongo.getCollection("work_items").countDocuments())
                                .isZero());
    }

    @Test
    void allRunsOfADeactivatedPersonStop() {
        started(SOME);

        states.say(new UserState(
                max, null, null, null, true, true, null, null, null, null, null, false, states.nextVersion()));

        await().atMost(SOON).untilAsserted(() -> assertThat(count("CANCELLED")).isEqualTo(SOME));
    }

    @Test
    void whoComesBackKeepsWhatTheyStartThenAndLosesWhatTheyHadStarted() {
        started(3);
        states.member(workspace, max, WorkspaceRole.MEMBER, true);
        await().atMost(SOON).until(() -> as(max).get(path("/runs")).status() == 404);
        states.member(workspace, max, WorkspaceRole.MEMBER, false);
        await().atMost(SOON).until(() -> as(max).get(path("/runs")).status() == 200);

        var fresh = TestAgentFactory.started(as(max), path(""), agent, place, "Hello");

        await().atMost(SOON).untilAsserted(() -> assertThat(count("CANCELLED")).isEqualTo(3));
        assertThat(as(max).get(path("/runs/" + fresh)).text("state")).isEqualTo("QUEUED");
    }

    private void started(int count) {
        var runRequest = new RunRequest(
                TypedIdFactory.parse(AgentId.class, agent), 1, "Weekly status", place, max, null, "Hello", false);
        for (int made = 0; made < count; made += AT_ONCE) {
            int some = Math.min(AT_ONCE, count - made);
            transactions.run(() -> {
                for (int n = 0; n < some; n++) {
                    var run = runs.save(Run.queued(RunId.next(), workspace, runRequest, 0, Instant.now()));
                    journal.appendWithin(new JournalEntry(
                            workspace, run.id(), 1, Instant.now(), new Queued(max, runRequest.input())));
                }
            });
        }
    }

    private long count(String state) {
        return mongo.getCollection("runs")
                .countDocuments(new Document("order.startedBy", max.value()).append("state", state));
    }
}
