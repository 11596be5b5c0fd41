package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.client.ApiClientResponse;
import dev.atelier.client.SseStream;
import dev.atelier.load.TestDataFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agent runs: started once, followed, cancelled, and ended with their starter's membership. */
class AgentRunTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private RunningSystem.TestTeam team;
    private String project;
    private String agent;

    @BeforeEach
    void aTeamWithAProjectAndAnAgent() {
        team = RunningSystem.get().team();
        var manager = team.manager().person();
        project = manager.post(team.path("/projects"), Map.of("name", "Bread"))
                .expect(201)
                .text("id");
        manager.post(
                        team.path("/projects/" + project + "/participants"),
                        Map.of("userId", team.member().userId()))
                .expect(200, 201, 204);
        for (var title : List.of("Buy flour", "Repair the oven")) {
            manager.post(
                            team.path("/projects/" + project + "/actions"),
                            Map.of("title", title, "state", "BLOCKED", "priority", "URGENT", "due", "2026-01-02"))
                    .expect(201);
        }
        agent = RunningSystem.get().publishedAgent(team);
        TestDataFactory.awaitProject(team.member().person(), team.workspace(), project);
    }

    @Test
    void theSameKeyStartsOneRun() {
        var key = UUID.randomUUID().toString();
        var first = start(key).expect(202).text("id");
        assertThat(start(key).expect(202).text("id")).isEqualTo(first);
        team.member()
                .person()
                .request("POST", team.path("/runs"), body("another question"), Map.of("Idempotency-Key", key))
                .expect(422);
        team.member().person().post(team.path("/runs"), body("no key")).expect(400);
    }

    @Test
    void aStreamResumesWhereTheClientLeftOff() {
        var run = waitingRun();
        var path = team.path("/runs/" + run + "/events");
        List<SseStream.SseEvent> all;
        try (var whole = new SseStream(team.member().person(), path, null, event -> {})) {
            await().atMost(PATIENCE).until(() -> whole.events().size() > 2);
            all = whole.events();
        }
        try (var rest =
                new SseStream(team.member().person(), path, all.getFirst().id(), event -> {})) {
            await().atMost(PATIENCE).until(() -> !rest.events().isEmpty());
            assertThat(rest.events().getFirst()).isEqualTo(all.get(1));
        }
    }

    @Test
    void aMemberCannotDecideWhatTheManagerDecides() {
        var run = waitingRun();
        var approval = approvalOf(run);
        team.member()
                .person()
                .post(team.path("/approvals/" + approval + "/approve"), Map.of())
                .expect(403);
    }

    @Test
    void aRunIsCancelledByItsStarter() {
        var run = waitingRun();
        team.member()
                .person()
                .request("POST", team.path("/runs/" + run + "/cancel"), null, Map.of())
                .expect(200, 202, 204);
        assertState(run, "CANCELLED");
        team.manager()
                .person()
                .post(team.path("/approvals/" + approvalOfEnded(run) + "/approve"), Map.of())
                .expect(409, 404);
    }

    @Test
    void aRemovedMembersRunsAreCancelled() {
        var run = waitingRun();
        team.manager()
                .person()
                .delete(team.path("/members/" + team.member().userId()))
                .expect(204);
        assertState(run, "CANCELLED");
    }

    @Test
    void aProjectReportIsStoredAndRead() {
        var requested = team.member()
                .person()
                .postOnce(team.path("/reports"), Map.of("kind", "PROJECT", "projectId", project, "sendByMail", false))
                .expect(202);
        var report = team.path("/reports/" + requested.text("id"));
        await().atMost(PATIENCE)
                .until(() -> team.member()
                        .person()
                        .get(report)
                        .expect(200)
                        .text("state")
                        .equals("READY"));
        assertThat(team.member().person().get(report + "/content").expect(200).body())
                .startsWith("%PDF-");
    }

    private ApiClientResponse start(String key) {
        return team.member().person().postOnce(team.path("/runs"), body("How does the bread stand this week?"), key);
    }

    private Map<String, Object> body(String input) {
        return Map.of("agentId", agent, "projectId", project, "input", input, "sendReportByMail", false);
    }

    private String waitingRun() {
        var run = start(UUID.randomUUID().toString()).expect(202).text("id");
        assertState(run, "WAITING");
        return run;
    }

    private void assertState(String run, String state) {
        await().atMost(PATIENCE)
                .until(() -> team.manager()
                        .person()
                        .get(team.path("/runs/" + run))
                        .expect(200)
                        .text("state")
                        .equals(state));
    }

    private String approvalOf(String run) {
        return approval(run, "?state=WAITING");
    }

    private String approvalOfEnded(String run) {
        return approval(run, "");
    }

    private String approval(String run, String filter) {
        for (var approval : team.manager()
                .person()
                .get(team.path("/approvals" + filter))
                .expect(200)
                .json()
                .path("items")) {
            if (approval.path("runId").asString().equals(run)) {
                return approval.path("id").asString();
            }
        }
        throw new AssertionError("no approval of run " + run);
    }
}
