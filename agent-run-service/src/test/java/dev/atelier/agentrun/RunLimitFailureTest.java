package dev.atelier.agentrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.agentrun.model.ScriptedModelEndpoint;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run that reaches a limit of its agent fails and names the limit. */
class RunLimitFailureTest extends ServiceTest {
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
    void aRunEndsWhenItsTokensAreSpentBeforeAnythingElseIsDone() {
        var ended = ended(Map.of("tokens", 25), () -> endpoint.calls("search_actions", "{}"));

        assertFailed(ended, "limit-of-tokens", "The run reached its limit of 25 tokens.");
        assertThat(WORKSPACE_SERVICE.requests()).isEmpty();
        assertThat(ended.json().path("inputTokens").asInt()).isEqualTo(20);
        assertThat(ended.json().path("outputTokens").asInt()).isEqualTo(5);
    }

    @Test
    void aRunGoesOnWhileATokenIsLeft() {
        var ended = ended(Map.of("tokens", 26), () -> {
            endpoint.calls("search_actions", "{}");
            endpoint.says("All is well.");
        });

        assertThat(ended.text("state")).isEqualTo("COMPLETED");
    }

    @Test
    void aRunEndsWhenItsTimeIsOverInTheMiddleOfAnAnswer() {
        var ended = ended(Map.of("seconds", 1), endpoint::hangs);

        assertFailed(ended, "limit-of-time", "The run reached its limit of 1 seconds of work.");
    }

    @Test
    void aRunEndsWhenItsToolsTookAllItsTime() {
        WORKSPACE_SERVICE.takes(Duration.ofMillis(1_100));

        var ended = ended(Map.of("seconds", 1), () -> endpoint.calls("search_actions", "{}"));

        assertFailed(ended, "limit-of-time", "The run reached its limit of 1 seconds of work.");
        assertThat(endpoint.asked()).hasSize(2);
    }

    private AgentRunClient.TestResponse ended(Map<String, Integer> limits, Runnable script) {
        var model = as(lea).post(
                        path("/model-connections"),
                        Map.of("name", "Ours", "baseUrl", endpoint.baseUrl(), "model", "scripted", "key", "sk-secret"))
                .expect(201)
                .text("id");
        script.run();
        var agent = TestAgentFactory.published(
                as(lea),
                path(""),
                Map.of("instructions", "Be brief.", "model", model, "limits", limits),
                Map.of("search_actions", "NONE"));
        var run = TestAgentFactory.started(as(noah), path(""), agent, project, "How are things?");
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> as(noah).get(path("/runs/" + run)).expect(200),
                        testResponse -> !testResponse.json().path("endedAt").isNull());
    }

    private static void assertFailed(AgentRunClient.TestResponse ended, String code, String message) {
        assertThat(ended.text("state")).isEqualTo("FAILED");
        assertThat(ended.json().at("/failure/code").asString()).isEqualTo(code);
        assertThat(ended.json().at("/failure/message").asString()).isEqualTo(message);
    }
}
