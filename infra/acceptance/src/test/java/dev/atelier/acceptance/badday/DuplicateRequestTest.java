package dev.atelier.acceptance.badday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.acceptance.RunningSystem;
import dev.atelier.client.ApiClientResponse;
import dev.atelier.load.TestDataFactory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same request twice: concurrently, and after the service that handled it was killed. */
class DuplicateRequestTest {
    private static final int AT_ONCE = 8;

    private final RunningSystem system = RunningSystem.get();

    @Test
    void theSameKeyAtTheSameMomentHasOneEffect() {
        var team = system.team();
        var actions = project(team) + "/actions";
        var key = UUID.randomUUID().toString();

        var answers = atOnce(() -> team.manager().person().postOnce(actions, Map.of("title", "Knead"), key));

        assertThat(answers)
                .filteredOn(apiClientResponse -> apiClientResponse.status() < 300)
                .isNotEmpty()
                .extracting(apiClientResponse -> apiClientResponse.text("id"))
                .containsOnly(one(team, actions));
        assertThat(answers).extracting(ApiClientResponse::status).allMatch(status -> status == 201 || status == 409);
    }

    @Test
    void theSameKeyAfterACrashHasOneEffect() {
        var team = system.team();
        var actions = project(team) + "/actions";
        var key = UUID.randomUUID().toString();
        var first = team.manager()
                .person()
                .postOnce(actions, Map.of("title", "Knead"), key)
                .expect(201);

        system.stack().outage("workspace-service").close();

        var again = RunningSystem.retryWhileUnavailable(
                () -> team.manager().person().postOnce(actions, Map.of("title", "Knead"), key));
        assertThat(again.text("id")).isEqualTo(first.text("id")).isEqualTo(one(team, actions));
    }

    @Test
    void aStartThatTheGatewayGaveUpOnIsTheSameRunWhenItIsSentAgain() {
        var team = system.team();
        var manager = team.manager().person();
        var start = Map.of(
                "agentId", system.publishedAgent(team), "projectId", projectId(team), "input", "How is the bread?");
        var key = UUID.randomUUID().toString();

        try (var _ = system.stack().freeze("agent-run-service")) {
            assertThat(manager.postOnce(team.path("/runs"), start, key).status())
                    .isEqualTo(504);
        }

        var again = RunningSystem.retryWhileUnavailable(() -> manager.postOnce(team.path("/runs"), start, key));
        assertThat(again.text("id")).isEqualTo(one(team, team.path("/runs")));
    }

    @Test
    void ofManyEditsOfOneVersionOneWins() {
        var team = system.team();
        var actions = project(team) + "/actions";
        var manager = team.manager().person();
        var created = manager.post(actions, Map.of("title", "Knead")).expect(201);
        var action = actions + "/" + created.text("id");
        var seen = manager.get(action).expect(200).etag();

        var answers = atOnce(() -> manager.patch(action, Map.of("title", "Knead " + UUID.randomUUID()), seen));

        assertThat(answers)
                .filteredOn(apiClientResponse -> apiClientResponse.status() == 200)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(apiClientResponse -> apiClientResponse.status() != 200)
                .allSatisfy(apiClientResponse -> {
                    assertThat(apiClientResponse.status()).isEqualTo(412);
                    assertThat(apiClientResponse.json().path("changedFields").toString())
                            .contains("title");
                });
    }

    private static String one(RunningSystem.TestTeam team, String actions) {
        var items = team.manager().person().get(actions).expect(200).json().path("items");
        assertThat(items).hasSize(1);
        return items.path(0).path("id").asString();
    }

    private static String project(RunningSystem.TestTeam team) {
        return team.path("/projects/" + projectId(team));
    }

    private static String projectId(RunningSystem.TestTeam team) {
        var manager = team.manager().person();
        var project = manager.post(team.path("/projects"), Map.of("name", "Bread"))
                .expect(201)
                .text("id");
        TestDataFactory.awaitProject(manager, team.workspace(), project);
        return project;
    }

    private static List<ApiClientResponse> atOnce(java.util.function.Supplier<ApiClientResponse> request) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, AT_ONCE)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(request, threads))
                    .toList();
            return asked.stream().map(CompletableFuture::join).toList();
        }
    }
}
