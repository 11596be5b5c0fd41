package dev.atelier.agentrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.agentrun.model.ScriptedModelEndpoint;
import java.time.Duration;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * A workspace's model connection: tested before it is saved, its key never returned, its runs executed as with the
 * built-in model.
 */
class ModelConnectionTest extends ServiceTest {
    private ScriptedModelEndpoint endpoint;

    @Autowired
    private MongoTemplate mongo;

    @BeforeEach
    void open() {
        endpoint = new ScriptedModelEndpoint();
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void theKeyIsSealedAndNeverReturned() {
        var added = as(lea).post(path("/model-connections"), connection()).expect(201);

        assertThat(endpoint.asked().getFirst().authorization()).isEqualTo("Bearer sk-very-secret");
        assertThat(added.body()).contains("\"hasKey\":true").doesNotContain("sk-very-secret");
        assertThat(as(noah).get(path("/model-connections")).expect(200).body()).doesNotContain("sk-very-secret");
        assertThat(mongo.getCollection("modelConnections")
                        .find(new Document("workspaceId", workspace.value()))
                        .first()
                        .toJson())
                .doesNotContain("sk-very-secret");
    }

    @Test
    void whatDoesNotWorkIsNotKept() {
        endpoint.fails(401);

        var refused = as(lea).post(path("/model-connections"), connection()).expect(422);

        assertThat(refused.problem()).isEqualTo("model-connection-failed");
        assertThat(refused.text("code")).isEqualTo("model-key-refused");
    }

    @Test
    void aPageThatIsNoModelIsToldAtTheTrial() {
        endpoint.answers(200, "text/html", "<html>Welcome</html>");

        var refused = as(lea).post(path("/model-connections"), connection()).expect(422);

        assertThat(refused.text("code")).isEqualTo("model-endpoint-not-compatible");
        assertThat(refused.json().path("providerStatus").asInt()).isEqualTo(200);
    }

    @Test
    void theTrialTellsWhatTheProviderSays() {
        endpoint.answers(401, "application/json", "{\"error\": {\"message\": \"No such key: sk-very-secret\"}}");

        var refused = as(lea).post(path("/model-connections"), connection()).expect(422);

        assertThat(refused.json().path("providerStatus").asInt()).isEqualTo(401);
        assertThat(refused.text("providerMessage")).isEqualTo("No such key: •••");
        assertThat(refused.body()).doesNotContain("sk-very-secret");
    }

    @Test
    void aModelThatThinksTooLongForTheTrialWorks() {
        endpoint.finishes("length", "", 10, 1_024);

        as(lea).post(path("/model-connections"), connection()).expect(201);
    }

    @Test
    void aModelThatWantsAnotherFieldIsTriedWithIt() {
        endpoint.answers(
                400, "application/json", "{\"error\": {\"message\": \"Use 'max_completion_tokens' instead.\"}}");

        as(lea).post(path("/model-connections"), connection()).expect(201);

        assertThat(endpoint.asked()
                        .getLast()
                        .body()
                        .path("max_completion_tokens")
                        .asInt())
                .isEqualTo(1_024);
    }

    @Test
    void nothingIsSentInClearToAPublicHost() {
        var connection = new java.util.HashMap<>(connection());
        connection.put("baseUrl", "http://93.184.215.14/v1");

        assertThat(as(lea).post(path("/model-connections"), connection)
                        .expect(422)
                        .text("code"))
                .isEqualTo("model-address-not-encrypted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZ", "XXX", "XTS", "CHE", "DEM", "eur"})
    void aPriceHasACurrencyThatExists(String currency) {
        var connection = new java.util.HashMap<>(connection());
        connection.put("price", Map.of("inputMicros", 1, "outputMicros", 1, "currency", currency));

        var refused = as(lea).post(path("/model-connections"), connection).expect(400);

        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("price.currency");
        assertThat(endpoint.asked()).isEmpty();
    }

    @Test
    void theMostTokensOfAnAnswerAreKeptWithinTheirLimits() {
        var connection = new java.util.HashMap<>(connection());
        for (int beyond : new int[] {15, 1_000_001}) {
            connection.put("maxAnswerTokens", beyond);
            as(lea).post(path("/model-connections"), connection).expect(400);
        }
        connection.put("maxAnswerTokens", 16);

        var added = as(lea).post(path("/model-connections"), connection).expect(201);

        assertThat(added.json().path("maxAnswerTokens").asInt()).isEqualTo(16);
        assertThat(endpoint.asked().getLast().body().path("max_tokens").asInt()).isEqualTo(16);
    }

    @Test
    void onlyTheManagerKeepsConnections() {
        as(noah).post(path("/model-connections"), connection()).expect(403);
        as(zoe).post(path("/model-connections"), connection()).expect(404);
        assertThat(endpoint.asked()).isEmpty();
    }

    @Test
    void theKeyDoesNotFollowToAnotherAddress() {
        var added = as(lea).post(path("/model-connections"), connection()).expect(201);

        var refused = as(lea).send(
                        "PATCH",
                        path("/model-connections/" + added.text("id")),
                        Map.of("baseUrl", "http://127.0.0.1:1/v1"),
                        Map.of("If-Match", added.etag()))
                .expect(400);

        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("key");
    }

    @Test
    void aRunAsksTheWorkspacesOwnModelAndCountsWhatItCost() {
        var id = as(lea).post(path("/model-connections"), connection())
                .expect(201)
                .text("id");
        endpoint.calls("search_actions", "{}");
        endpoint.says("All is", " well.");
        var agent = TestAgentFactory.published(
                as(lea), path(""), Map.of("instructions", "Be brief.", "model", id), Map.of("search_actions", "NONE"));

        var run = TestAgentFactory.started(as(noah), path(""), agent, project, "How are things?");

        var ended = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> as(noah).get(path("/runs/" + run)),
                        testResponse -> testResponse.text("state").equals("COMPLETED"));
        assertThat(ended.text("result")).isEqualTo("All is well.");
        assertThat(ended.json().path("inputTokens").asLong()).isEqualTo(31);
        assertThat(ended.json().path("outputTokens").asLong()).isEqualTo(12);
        assertThat(ended.json().path("costMicros").asLong()).isEqualTo(31 * 2 + 12 * 8);
        assertThat(ended.text("currency")).isEqualTo("EUR");
        var last = endpoint.asked().getLast().body();
        assertThat(last.at("/messages/3/role").asString()).isEqualTo("tool");
        assertThat(last.at("/messages/3/content").asString()).contains("\"total\":40");
    }

    private Map<String, Object> connection() {
        return Map.of(
                "name", "Ours",
                "baseUrl", endpoint.baseUrl(),
                "model", "scripted",
                "key", "sk-very-secret",
                "price", Map.of("inputMicros", 2_000_000, "outputMicros", 8_000_000, "currency", "EUR"));
    }
}
