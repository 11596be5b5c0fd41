package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class InternalApiTest {
    @Autowired
    TestDataFactory town;

    TestUser lea;
    TestUser noah;
    TestUser runs;
    String workspace;
    String project;
    String internal;
    final UUID run = UUID.randomUUID();

    @BeforeEach
    void aProjectAndARunForNoah() {
        lea = town.person("Lea");
        noah = town.person("Noah");
        workspace = town.workspace(lea);
        town.addMember(workspace, lea, noah);
        project = town.project(workspace, noah);
        internal = project.replace("/api/", "/internal/");
        runs = noah.viaService("agent-run-service");
    }

    @Test
    void aRunCreatesAnActionOnceForEachKey() throws Exception {
        var step = runs.with("Idempotency-Key", run + ":3");
        var body = Map.of("runId", run, "title", "Follow up");
        var tries = new ArrayList<Callable<TestResponse>>();
        for (int i = 0; i < 6; i++) {
            tries.add(() -> step.post(internal + "/actions", body));
        }

        try (var threads = Executors.newFixedThreadPool(6)) {
            var answers =
                    threads.invokeAll(tries).stream().map(Future::resultNow).toList();
            assertThat(answers).extracting(TestResponse::status).containsOnly(201);
            assertThat(answers)
                    .extracting(TestResponse::id)
                    .containsOnly(answers.getFirst().id());
        }

        assertThat(noah.get(project + "/actions").items("title")).containsExactly("Follow up");
        var action = project + "/actions/"
                + noah.get(project + "/actions").items("id").getFirst();
        var created = noah.get(action + "/history").json().path("items").path(0);
        assertThat(created.path("runId").asString()).isEqualTo(run.toString());
        assertThat(created.path("changedBy").asString()).isEqualTo(noah.id().toString());
        assertThat(town.events(action).getFirst().payload().path("run").asString())
                .isEqualTo(run.toString());
        step.post(internal + "/actions", Map.of("runId", run, "title", "Another"))
                .expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void aRunChangesAnActionOnceForEachKey() {
        var action = town.action(project, noah, "Choose the wood").replace("/api/", "/internal/");
        var step = runs.with("Idempotency-Key", run + ":4");
        var body = Map.of("runId", run, "state", "BLOCKED");

        step.patch(action, "\"1\"", body).expect(200);
        assertThat(step.patch(action, "\"1\"", body).expect(200).etag()).isEqualTo("\"2\"");

        runs.with("Idempotency-Key", run + ":5")
                .patch(action, "\"1\"", Map.of("runId", run, "title", "x"))
                .expectProblem(412, "stale");
        runs.with("Idempotency-Key", run + ":6")
                .send(org.springframework.http.HttpMethod.PATCH, action, Map.of("runId", run, "priority", "HIGH"))
                .expect(200);
    }

    @Test
    void whatARunDoesNeedsAKeyARunAndThePersonsRights() {
        runs.post(internal + "/actions", Map.of("runId", run, "title", "x"))
                .expectProblem(400, "idempotency-key-missing");
        var step = runs.with("Idempotency-Key", "k");
        assertThat(step.post(internal + "/actions", Map.of("title", "x"))
                        .expectProblem(400, "invalid-input")
                        .errors())
                .containsExactly("runId");
        noah.viaService("report-service")
                .with("Idempotency-Key", "k")
                .post(internal + "/actions", Map.of("runId", run, "title", "x"))
                .expectProblem(403, "forbidden");

        lea.delete(workspace + "/members/" + noah.id()).expect(204);
        step.post(internal + "/actions", Map.of("runId", run, "title", "x")).expectProblem(404, "not-found");
        runs.get(internal + "/actions").expectProblem(404, "not-found");
        runs.get(internal).expectProblem(404, "not-found");
        runs.get(workspace.replace("/api/", "/internal/") + "/users?ids=" + lea.id())
                .expectProblem(404, "not-found");
    }

    @Test
    void aPersonsTokenOpensNoInternalRoute() {
        assertThat(noah.get(internal + "/actions").status()).isBetween(401, 403);
        assertThat(noah.get(internal).status()).isBetween(401, 403);
    }

    @Test
    void allActionsStreamAsOneLineEach() {
        for (int i = 0; i < 120; i++) {
            noah.post(project + "/actions", Map.of("title", "Step " + i, "state", i % 2 == 0 ? "OPEN" : "DONE"))
                    .expect(201);
        }

        var all = runs.get(internal + "/actions").expect(200);
        assertThat(all.headers().getFirst("Content-Type")).startsWith("application/x-ndjson");
        var titles = all.text()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line).path("title").asString())
                .toList();
        assertThat(titles).hasSize(120).startsWith("Step 0", "Step 1").endsWith("Step 119");
        assertThat(runs.get(internal + "/actions?state=DONE").text().lines()).hasSize(60);
    }

    @Test
    void namesAreToldOfPeopleWhoAreOrWereMembersAlone() {
        var stranger = town.person("Sam");
        lea.delete(workspace + "/members/" + noah.id()).expect(204);

        var names = lea.viaService("report-service")
                .get(workspace.replace("/api/", "/internal/") + "/users?ids=" + noah.id() + "," + stranger.id())
                .expect(200)
                .text();
        assertThat(names).contains("Noah Martin").doesNotContain("Sam");
        assertThat(List.of(names.split("displayName"))).hasSize(2);
    }
}
