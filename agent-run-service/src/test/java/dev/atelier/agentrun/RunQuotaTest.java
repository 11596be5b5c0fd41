package dev.atelier.agentrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.PaymentState;
import dev.atelier.events.WorkspaceState;
import dev.atelier.kit.state.StateProjection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A workspace can start as many runs in a month as its plan allows, also with concurrent requests. */
class RunQuotaTest extends ServiceTest {
    @Autowired
    StateProjection<WorkspaceState> workspaces;

    private String agent = "";

    @BeforeAll
    void anAgent() {
        agent = TestAgentFactory.published(
                as(lea),
                path(""),
                Map.of("instructions", "Be brief.", "model", "atelier/built-in"),
                Map.of("search_actions", "NONE"));
    }

    private void plan(@Nullable Integer runs, PaymentState payment) {
        var state = new WorkspaceState(
                workspace,
                "Bakery",
                "en",
                lea,
                "small",
                null,
                runs,
                null,
                payment,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                states.nextVersion());
        states.say(state);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> workspaces
                        .find(workspace.toString())
                        .filter(state::equals)
                        .isPresent());
    }

    private AgentRunClient.TestResponse start(String key) {
        return as(noah).send(
                        "POST",
                        path("/runs"),
                        Map.of("agentId", agent, "projectId", project.toString(), "input", "How are things?"),
                        Map.of("Idempotency-Key", key));
    }

    @Test
    void asManyStartAsThePlanAllows() throws Exception {
        plan(null, PaymentState.CURRENT);
        start("first").expect(202);
        start("second").expect(202);

        plan(5, PaymentState.CURRENT);
        List<Callable<AgentRunClient.TestResponse>> all = IntStream.range(0, 12)
                .<Callable<AgentRunClient.TestResponse>>mapToObj(n -> () -> start("at-once-" + n))
                .toList();
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var reply : threads.invokeAll(all)) {
                statuses.add(reply.get().status());
            }
        }
        assertThat(statuses).containsOnly(202, 403);
        assertThat(statuses.stream().filter(status -> status == 202)).hasSize(3);

        var refused = start("one-more").expect(403);
        assertThat(refused.text("type")).isEqualTo("urn:atelier:problem:run-limit-reached");
        assertThat(refused.json().path("limit").asInt()).isEqualTo(5);
        assertThat(refused.json().path("used").asInt()).isEqualTo(5);
        assertThat(refused.text("detail")).contains("larger plan");
        start("first").expect(202);

        plan(6, PaymentState.PAST_DUE);
        start("the-sixth").expect(202);
        start("the-seventh").expect(403);

        plan(null, PaymentState.SUSPENDED);
        assertThat(start("suspended").expect(402).text("type")).isEqualTo("urn:atelier:problem:workspace-suspended");

        plan(null, PaymentState.CURRENT);
        start("again").expect(202);
    }
}
