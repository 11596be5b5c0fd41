package dev.atelier.agentrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Story of the weekly status: search, propose, wait for approval, continue, complete. */
class WeeklyStatusTest extends ServiceTest {
    @Test
    void waitsForTheManagerTwiceAndEndsWithWhatWasDecided() {
        var run = start();

        decide(run, "approve", "Good point.");
        decide(run, "reject", "That can wait.");

        var ended = ended(run);
        assertThat(ended.text("state")).isEqualTo("COMPLETED");
        assertThat(ended.text("result"))
                .contains("40 actions. 8 done (20 %)")
                .contains("was created")
                .contains("was not created: a person rejected this call and said: That can wait.");
        assertThat(WORKSPACE_SERVICE.created()).hasSize(1);
        assertThat(WORKSPACE_SERVICE.requests())
                .allMatch(request -> request.onBehalfOf().equals(noah.toString()));
        var steps =
                as(noah).get(path("/runs/" + run + "/steps")).expect(200).json().path("items");
        assertThat(steps.valueStream().map(step -> step.path("kind").asString()))
                .containsExactly("MODEL", "TOOL", "MODEL", "APPROVAL", "TOOL", "MODEL", "APPROVAL", "MODEL");
    }

    private String start() {
        var agent = as(lea).post(
                        path("/agents"),
                        Map.of(
                                "name", "Weekly status",
                                "instructions", "Summarise the project's actions, then propose two follow-up actions.",
                                "model", "atelier/built-in",
                                "tools",
                                        List.of(
                                                Map.of("tool", "search_actions", "approval", "NONE"),
                                                Map.of("tool", "create_action", "approval", "MANAGER"))))
                .expect(201);
        as(lea).send("POST", path("/agents/" + agent.text("id") + "/publish"), null, Map.of("If-Match", agent.etag()))
                .expect(201);
        return as(noah).post(
                        path("/runs"),
                        Map.of(
                                "agentId",
                                agent.text("id"),
                                "projectId",
                                project.toString(),
                                "input",
                                "How does the new web site stand this week?",
                                "sendReportByMail",
                                true))
                .expect(202)
                .text("id");
    }

    private void decide(String run, String command, String comment) {
        var approval = await().atMost(Duration.ofSeconds(30)).until(() -> waiting(run), java.util.Optional::isPresent);
        as(lea).post(
                        path("/approvals/" + approval.get().path("id").asString() + "/" + command),
                        Map.of("comment", comment))
                .expect(200);
    }

    private java.util.Optional<JsonNode> waiting(String run) {
        return as(lea).get(path("/approvals?state=WAITING"))
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(approval -> approval.path("runId").asString().equals(run))
                .findFirst();
    }

    private AgentRunClient.TestResponse ended(String run) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> as(noah).get(path("/runs/" + run)).expect(200),
                        testResponse -> !testResponse.json().path("endedAt").isNull());
    }
}
