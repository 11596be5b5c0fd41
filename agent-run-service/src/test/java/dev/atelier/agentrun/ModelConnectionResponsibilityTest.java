package dev.atelier.agentrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.agentrun.model.ScriptedModelEndpoint;
import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.events.id.WorkspaceId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model connection acts for a responsible member: without one no run uses it. */
class ModelConnectionResponsibilityTest extends ServiceTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final WorkspaceId studio = new WorkspaceId(UuidV7.next());
    private final ProjectId site = new ProjectId(UuidV7.next());
    private final UserId max = new UserId(UuidV7.next());

    private ScriptedModelEndpoint endpoint;

    @BeforeEach
    void maxManagesAStudioWithNoah() {
        endpoint = new ScriptedModelEndpoint();
        states.workspace(studio, max);
        states.member(studio, max, WorkspaceRole.MANAGER, false);
        states.member(studio, noah, WorkspaceRole.MEMBER, false);
        states.project(studio, site, max, noah);
        await().atMost(SOON)
                .until(() -> as(max).get(at("/model-connections")).status() == 200
                        && as(noah).get(at("/runs?projectId=" + site)).status() == 200);
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    private String at(String rest) {
        return "/api/workspaces/" + studio + rest;
    }

    private void maxIsRemovedAndNoahManages() {
        states.workspace(studio, noah);
        states.member(studio, noah, WorkspaceRole.MANAGER, false);
        states.member(studio, max, WorkspaceRole.MEMBER, true);
        await().atMost(SOON).until(() -> as(max).get(at("/model-connections")).status() == 404);
        await().atMost(SOON)
                .until(() -> as(noah).get(at("/tools")).status() == 200
                        && as(noah).send(
                                                "PATCH",
                                                at("/model-connections/" + UuidV7.next()),
                                                Map.of(),
                                                Map.of("If-Match", "\"0\""))
                                        .status()
                                == 404);
    }

    private String ended(String run, String state) {
        return await().atMost(SOON)
                .until(
                        () -> as(noah).get(at("/runs/" + run)),
                        testResponse -> testResponse.text("state").equals(state))
                .body();
    }

    @Test
    void noRunAsksOverItOnceTheResponsibleMemberIsOutUntilSomebodyTakesItOver() {
        var made = as(max).post(
                        at("/model-connections"),
                        Map.of(
                                "name",
                                "Ours",
                                "baseUrl",
                                endpoint.baseUrl(),
                                "model",
                                "scripted",
                                "key",
                                "sk-very-secret"))
                .expect(201);
        var connection = at("/model-connections/" + made.text("id"));
        assertThat(made.text("responsible")).isEqualTo(max.toString());
        var agent = TestAgentFactory.published(
                as(max),
                at(""),
                Map.of("instructions", "Be brief.", "model", made.text("id")),
                Map.of("search_actions", "NONE"));
        maxIsRemovedAndNoahManages();
        var asked = endpoint.asked().size();

        var run = TestAgentFactory.started(as(noah), at(""), agent, site, "How are things?");

        assertThat(ended(run, "FAILED")).contains("model-connection-suspended");
        assertThat(endpoint.asked()).hasSize(asked);
        var seen = as(noah).get(connection).expect(200);
        assertThat(seen.text("suspendedReason")).isEqualTo("MEMBERSHIP_ENDED");
        assertThat(seen.text("suspendedAt")).isNotEmpty();
        var ifMatch = Map.of("If-Match", seen.etag());
        assertThat(as(noah).send("PATCH", connection, Map.of("name", "Mine"), ifMatch)
                        .expect(409)
                        .problem())
                .isEqualTo("suspended");
        as(noah).send("POST", connection + "/take-over", null, Map.of()).expect(428);
        as(noah).send("POST", connection + "/take-over", null, Map.of("If-Match", "\"77\""))
                .expect(412);
        as(lea).send("POST", connection + "/take-over", null, ifMatch).expect(404);

        var taken =
                as(noah).send("POST", connection + "/take-over", null, ifMatch).expect(200);

        assertThat(taken.text("responsible")).isEqualTo(noah.toString());
        assertThat(taken.json().path("suspendedAt").isNull()).isTrue();
        endpoint.says("All is", " well.");
        ended(TestAgentFactory.started(as(noah), at(""), agent, site, "And now?"), "COMPLETED");
    }
}
