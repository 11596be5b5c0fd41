package dev.atelier.agentrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.AgentCreation;
import dev.atelier.events.WorkspaceState;
import dev.atelier.events.id.UserId;
import dev.atelier.testkit.tokens.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Runs are deleted after their retention period; open runs are not. */
class RunRetentionTest extends ServiceTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(31));

    @Autowired
    MongoTemplate mongo;

    private String agent = "";

    @BeforeAll
    void anAgent() {
        agent = TestAgentFactory.published(
                as(lea),
                path(""),
                "Summarise the project's actions, then propose two follow-up actions.",
                Map.of("search_actions", "NONE", "create_action", "MANAGER"));
    }

    private void keep(@Nullable Integer days, @Nullable Instant from) {
        states.say(new WorkspaceState(
                workspace,
                "Bakery",
                "en",
                lea,
                null,
                null,
                null,
                null,
                null,
                days,
                from,
                null,
                null,
                AgentCreation.EVERYONE,
                Set.of(),
                false,
                states.nextVersion()));
        await().atMost(SOON).until(() -> (note() == null) == (days == null));
    }

    private @Nullable Document note() {
        return mongo.getCollection("retentions")
                .find(new Document("_id", workspace.value()))
                .first();
    }

    /** Makes the workspace's retention due and waits until it has run. */
    private void night() {
        var mine = new Document("_id", "retention:" + workspace);
        mongo.getCollection("work_items")
                .updateOne(mine, new Document("$set", new Document("dueAt", Date.from(Instant.EPOCH))));
        await().atMost(SOON)
                .until(() -> mongo.getCollection("work_items")
                                .countDocuments(new Document(mine)
                                        .append("state", "SCHEDULED")
                                        .append("dueAt", new Document("$gt", Date.from(Instant.now()))))
                        == 1);
    }

    /** Returns the id of a run that waits for an approval. */
    private String waiting() {
        var run = TestAgentFactory.started(as(noah), path(""), agent, project, "How does it stand?");
        await().atMost(SOON)
                .until(() -> as(noah).get(path("/runs/" + run)).text("state").equals("WAITING"));
        return run;
    }

    private String ended(Instant at) {
        var run = waiting();
        as(noah).send("POST", path("/runs/" + run + "/cancel"), null, Map.of()).expect(200);
        mongo.getCollection("runs")
                .updateOne(
                        new Document("_id", UUID.fromString(run)).append("workspaceId", workspace.value()),
                        new Document("$set", new Document("ending.at", Date.from(at))));
        return run;
    }

    private long left(String collection, String run) {
        return mongo.getCollection(collection)
                .countDocuments(new Document("workspaceId", workspace.value()).append("runId", UUID.fromString(run)));
    }

    @Test
    void whatEndedLongAgoGoesWithItsStepsAndApprovalsAndTheRestStays() {
        var old = ended(LONG_AGO);
        var young = ended(Instant.now().minus(Duration.ofDays(29)));
        var going = waiting();
        mongo.getCollection("runs")
                .updateOne(
                        new Document("_id", UUID.fromString(going)).append("workspaceId", workspace.value()),
                        new Document("$set", new Document("createdAt", Date.from(LONG_AGO))));
        assertThat(left("journal", old)).isPositive();
        assertThat(left("approvals", old)).isPositive();
        assertThat(counted()).isEqualTo(1);

        keep(30, Instant.now().plus(Duration.ofHours(24)));
        night();
        as(noah).get(path("/runs/" + old)).expect(200);

        keep(30, Instant.EPOCH);
        night();

        assertThat(as(noah).get(path("/runs/" + old)).status()).isEqualTo(404);
        assertThat(left("journal", old)).isZero();
        assertThat(left("approvals", old)).isZero();
        as(noah).get(path("/runs/" + young)).expect(200);
        assertThat(as(noah).get(path("/runs/" + going)).expect(200).text("state"))
                .isEqualTo("WAITING");
        assertThat(left("journal", going)).isPositive();
        assertThat(counted()).isZero();

        keep(null, null);
        assertThat(note()).isNull();
    }

    private int counted() {
        return expiring("kind=runs&days=30", lea)
                .expect(200)
                .json()
                .path("count")
                .asInt();
    }

    @Test
    void howManyWouldGoIsToldToTheManagerAlone() {
        expiring("kind=runs&days=0", lea).expect(400);
        expiring("kind=bread&days=30", lea).expect(400);
        expiring("kind=runs&days=30", noah).expect(403);
        expiring("kind=runs&days=30", zoe).expect(404);
    }

    private AgentRunClient.TestResponse expiring(String query, UserId person) {
        return new AgentRunClient(as(lea).address(), TestTokens.service("workspace-service"))
                .send(
                        "GET",
                        "/internal/workspaces/" + workspace + "/retention-preview?" + query,
                        null,
                        Map.of("On-Behalf-Of", person.toString()));
    }
}
