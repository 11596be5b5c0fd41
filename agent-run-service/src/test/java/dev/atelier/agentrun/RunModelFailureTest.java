package dev.atelier.agentrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.agentrun.model.ScriptedModelEndpoint;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Failing model requests: each attempt is a step, its usage counts, and people see the reason of the failure. */
class RunModelFailureTest extends ServiceTest {
    private ScriptedModelEndpoint endpoint;

    @BeforeEach
    void open() {
        endpoint = new ScriptedModelEndpoint();
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void anAnswerWithoutEndIsAskedForOnceAndCounted() {
        var run = started(() -> endpoint.neverEnds("and so on "));

        var ended = ended(run);

        assertThat(ended.json().at("/failure/code").asString()).isEqualTo("model-answer-too-long");
        assertThat(asked()).isEqualTo(1);
        assertThat(ended.json().path("outputTokens").asInt()).isBetween(24_000, 25_500);
        assertThat(ended.json().path("tokensEstimated").asBoolean()).isTrue();
        assertThat(ended.json().path("costMicros").asLong()).isGreaterThan(190_000);
        assertThat(ended.text("currency")).isEqualTo("EUR");
        var step = steps(run).path(0);
        assertThat(step.path("kind").asString()).isEqualTo("MODEL_ATTEMPT");
        assertThat(step.path("retried").asBoolean()).isFalse();
        assertThat(step.path("partialAnswer").asString()).startsWith("and so on ");
    }

    @Test
    void anAnswerThatStopsForWantOfTokensIsAskedForOnceAndCounted() {
        var run = started(() -> endpoint.finishes("length", "All is w", 20, 1_000));

        var ended = ended(run);

        assertThat(ended.json().at("/failure/code").asString()).isEqualTo("model-answer-truncated");
        assertThat(asked()).isEqualTo(1);
        assertThat(ended.json().path("inputTokens").asInt()).isEqualTo(20);
        assertThat(ended.json().path("outputTokens").asInt()).isEqualTo(1_000);
        assertThat(steps(run).path(0).path("partialAnswer").asString()).isEqualTo("All is w");
    }

    @Test
    void aTryThatFailedIsAStepAndALineOfTheStream() {
        var run = started(() -> {
            endpoint.answers(
                    429,
                    "application/json",
                    "{\"error\": {\"message\": \"Slow down, sk-very-secret\"}}",
                    "Retry-After",
                    "0");
            endpoint.finishes("end_turn", "<think>Easy.</think>All is well.");
        });

        var ended = ended(run);

        assertThat(ended.text("result")).isEqualTo("All is well.");
        assertThat(ended.json().path("tokensEstimated").asBoolean()).isTrue();
        assertThat(ended.json().path("inputTokens").asLong()).isPositive();
        assertThat(ended.json().path("costMicros").asLong()).isPositive();
        assertThat(ended.text("currency")).isEqualTo("EUR");
        var steps = steps(run);
        assertThat(steps.valueStream().map(step -> step.path("kind").asString()))
                .containsExactly("MODEL_ATTEMPT", "MODEL");
        assertThat(steps.path(0).path("code").asString()).isEqualTo("model-busy");
        assertThat(steps.path(0).path("providerStatus").asInt()).isEqualTo(429);
        assertThat(steps.path(0).path("providerMessage").asString()).isEqualTo("Slow down, •••");
        assertThat(steps.path(0).path("retried").asBoolean()).isTrue();
        assertThat(steps.path(1).path("reasoning").asString()).isEqualTo("Easy.");
        assertThat(steps.path(1).path("answer").asString()).isEqualTo("All is well.");
        assertThat(as(noah).stream(path("/runs/" + run + "/events"), Map.of()).collect(Collectors.toList()))
                .contains("event:queued", "event:model-try-failed", "event:model-answered", "event:completed");
    }

    @Test
    void anAnswerOfNothingIsTriedOnceMoreAndThenFails() {
        var run = started(() -> {
            endpoint.finishes("stop", "", 7, 0);
            endpoint.finishes("stop", "", 7, 0);
        });

        var ended = ended(run);

        assertThat(ended.json().at("/failure/code").asString()).isEqualTo("model-answer-empty");
        assertThat(asked()).isEqualTo(2);
        assertThat(ended.json().path("inputTokens").asInt()).isEqualTo(14);
        assertThat(ended.text("currency")).isEqualTo("EUR");
    }

    @Test
    void peopleSeeTheStatusAndTheProvidersWords() {
        var run = started(() ->
                endpoint.answers(402, "application/json", "{\"error\": {\"message\": \"Insufficient balance\"}}"));

        var failure = ended(run).json().path("failure");

        assertThat(failure.path("code").asString()).isEqualTo("model-request-refused");
        assertThat(failure.path("message").asString()).contains("(HTTP 402)");
        assertThat(failure.path("providerStatus").asInt()).isEqualTo(402);
        assertThat(failure.path("providerMessage").asString()).isEqualTo("Insufficient balance");
    }

    private String started(Runnable script) {
        var model = as(lea).post(
                        path("/model-connections"),
                        Map.of(
                                "name", "Ours",
                                "baseUrl", endpoint.baseUrl(),
                                "model", "scripted",
                                "key", "sk-very-secret",
                                "price",
                                        Map.of("inputMicros", 2_000_000, "outputMicros", 8_000_000, "currency", "EUR")))
                .expect(201)
                .text("id");
        script.run();
        var agent = TestAgentFactory.published(
                as(lea),
                path(""),
                Map.of("instructions", "Be brief.", "model", model),
                Map.of("search_actions", "NONE"));
        return TestAgentFactory.started(as(noah), path(""), agent, project, "How are things?");
    }

    private AgentRunClient.TestResponse ended(String run) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> as(noah).get(path("/runs/" + run)).expect(200),
                        testResponse -> !testResponse.json().path("endedAt").isNull());
    }

    private JsonNode steps(String run) {
        return as(noah).get(path("/runs/" + run + "/steps")).expect(200).json().path("items");
    }

    /** Returns the number of requests without the test request of the connection. */
    private int asked() {
        return endpoint.asked().size() - 1;
    }
}
