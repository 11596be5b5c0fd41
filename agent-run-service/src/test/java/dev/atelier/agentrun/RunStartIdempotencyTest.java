package dev.atelier.agentrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import dev.atelier.testkit.tokens.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Concurrent starts and starts whose response is lost: a retry with the same key returns the same run; no run is lost
 * or created twice.
 */
class RunStartIdempotencyTest extends ServiceTest {
    private static final int BURST = 90;
    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private MongoClient client;

    @LocalServerPort
    private int port;

    private String agent = "";

    @BeforeAll
    void anAgent() {
        agent = TestAgentFactory.published(as(lea), path(""), "Be brief.", Map.of());
    }

    @Test
    void aStartWhoseAnswerWasLostIsTheSameRunWhenItIsSentAgain() {
        try (var other = client.startSession()) {
            other.startTransaction();
            mongo.getDb()
                    .getCollection("state.memberships")
                    .updateOne(
                            other,
                            new Document("_id", workspace + ":" + noah),
                            new Document("$inc", new Document("relied", 1L)));

            assertThatThrownBy(() -> HttpClient.newHttpClient().send(impatient("lost"), BodyHandlers.ofString()))
                    .isInstanceOf(HttpTimeoutException.class);

            other.abortTransaction();
        }
        await().atMost(SOON).until(() -> runs("lost").size() == 1);

        assertThat(start("lost").expect(202).text("id"))
                .isEqualTo(runs("lost").iterator().next());
        assertThat(runs("lost")).hasSize(1);
    }

    @Test
    void aBurstIsStartedOrRefusedAtOnceAndIsWholeWhenItIsSentAgain() {
        var left = IntStream.range(0, BURST).mapToObj(n -> "burst-" + n).collect(Collectors.toSet());
        var started = new HashSet<String>();

        while (!left.isEmpty()) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var replies = left.stream()
                        .collect(Collectors.toMap(
                                key -> key, key -> CompletableFuture.supplyAsync(() -> start(key), threads)));
                replies.forEach((key, reply) -> {
                    assertThat(reply.join().status()).isIn(202, 429);
                    if (reply.join().status() == 202) {
                        left.remove(key);
                        started.add(reply.join().text("id"));
                    }
                });
            }
        }

        assertThat(started).hasSize(BURST);
        assertThat(IntStream.range(0, BURST).mapToObj(n -> "burst-" + n).flatMap(input -> runs(input).stream()))
                .hasSize(BURST)
                .containsAll(started);
    }

    private AgentRunClient.TestResponse start(String key) {
        return as(noah).send("POST", path("/runs"), body(key), Map.of("Idempotency-Key", key));
    }

    private HttpRequest impatient(String key) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path("/runs")))
                .header("Authorization", "Bearer " + TestTokens.of(noah))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body(key))))
                .timeout(Duration.ofMillis(500))
                .build();
    }

    private Map<String, Object> body(String input) {
        return Map.of("agentId", agent, "projectId", project.toString(), "input", input);
    }

    private Set<String> runs(String input) {
        return mongo.getCollection("runs")
                .find(new Document("workspaceId", workspace.value()).append("order.input", input))
                .map(run -> run.get("_id").toString())
                .into(new HashSet<>());
    }
}
