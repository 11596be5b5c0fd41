package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiTransport;
import dev.atelier.client.SseStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A workspace creates a service account for a program, and revokes it. */
class ApiClientTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningSystem system = RunningSystem.get();
    private final RunningSystem.TestTeam team = system.team();
    private final ApiClient manager = team.manager().person();
    private final String project =
            system.testData().project(team.manager(), team.member(), team.workspace(), "Imports");

    @Test
    void aProgramWorksInItsProjectAsFarAsItsScopesGoUntilItIsRevoked() {
        var account = account("actions:read", "actions:write", "workspace:read");
        var importer = with(key(account, Map.of()));
        var actions = team.path("/projects/" + project + "/actions");
        letIn(account, importer, actions);

        var made = importer.post(actions, Map.of("title", "Imported from elsewhere"))
                .expect(201);

        assertThat(manager.get(actions + "/" + made.text("id")).expect(200).text("createdBy"))
                .isEqualTo(account);
        assertThat(manager.get(team.path("/members")).expect(200).json().toString())
                .contains("Importer", "SERVICE_ACCOUNT");
        var missing = importer.get(team.path("/runs")).expect(403);
        assertThat(missing.text("type")).isEqualTo("urn:atelier:problem:missing-scope");
        assertThat(missing.text("scope")).isEqualTo("runs:read");
        for (var path : List.of("/api/me", team.path("/service-accounts"), team.path("/invitations"))) {
            assertThat(importer.get(path).expect(403).text("type"))
                    .isEqualTo("urn:atelier:problem:not-for-service-accounts");
        }
        var elsewhere = system.team();
        importer.get(elsewhere.path("")).expect(404);
        importer.get(elsewhere.path("/projects/" + project + "/actions")).expect(404);

        manager.delete(team.path("/service-accounts/" + account)).expect(204);

        await().atMost(PATIENCE).until(() -> importer.get(actions).status() == 401);
        await().atMost(PATIENCE)
                .until(() -> !manager.get(team.path("/members"))
                        .expect(200)
                        .json()
                        .toString()
                        .contains("Importer"));
        manager.get(actions + "/" + made.text("id")).expect(200);
    }

    @Test
    void keysOverlapInARotationAndTheOldOneEnds() {
        var account = account("workspace:read");
        var old = with(key(account, Map.of()));
        await().atMost(PATIENCE).until(() -> old.get(team.path("")).status() == 200);
        var end = Instant.now().plusSeconds(6);

        var next = with(key(account, Map.of("otherKeysExpireAt", end.toString())));

        next.get(team.path("")).expect(200);
        old.get(team.path("")).expect(200);
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(end));
        assertThat(old.get(team.path("")).expect(401).text("type")).isEqualTo("urn:atelier:problem:unauthenticated");
        next.get(team.path("")).expect(200);
    }

    @Test
    void otherScopesHoldWithinAMomentWithoutAnOutage() {
        var account = account("actions:read");
        var importer = with(key(account, Map.of()));
        await().atMost(PATIENCE).until(() -> importer.get(team.path("")).status() == 403);

        var seen = manager.get(team.path("/service-accounts/" + account)).expect(200);
        manager.patch(
                        team.path("/service-accounts/" + account),
                        Map.of("scopes", List.of("workspace:read")),
                        seen.etag())
                .expect(200);

        await().atMost(PATIENCE).until(() -> {
            var status = importer.get(team.path("")).status();
            assertThat(status).isIn(200, 403);
            return status == 200;
        });
    }

    @Test
    void aStreamIsCutWhenItsAccountIsRevoked() {
        var account = account("runs:read", "runs:write", "actions:read", "agents:read");
        var importer = with(key(account, Map.of()));
        letIn(account, importer, team.path("/projects/" + project + "/actions"));
        manager.post(
                        team.path("/projects/" + project + "/actions"),
                        Map.of("title", "Buy flour", "state", "BLOCKED", "priority", "URGENT", "due", "2026-01-02"))
                .expect(201);
        var start = Map.of(
                "agentId",
                system.publishedAgent(team),
                "projectId",
                project,
                "input",
                "How does the bread stand this week?",
                "sendReportByMail",
                false);
        var run = await("the start is taken")
                .atMost(PATIENCE)
                .until(
                        () -> importer.postOnce(team.path("/runs"), start),
                        apiClientResponse -> apiClientResponse.status() == 202)
                .text("id");
        await("the run waits")
                .atMost(PATIENCE)
                .until(() ->
                        importer.get(team.path("/runs/" + run)).text("state").equals("WAITING"));

        try (var stream = new SseStream(importer, team.path("/runs/" + run + "/events"), null, _ -> {})) {
            await().atMost(PATIENCE).until(() -> !stream.events().isEmpty());

            manager.delete(team.path("/service-accounts/" + account)).expect(204);

            await("the stream is cut").atMost(PATIENCE).until(stream::hasEnded);
        }
        await("its run is cancelled")
                .atMost(PATIENCE)
                .until(() -> manager.get(team.path("/runs/" + run))
                        .expect(200)
                        .text("state")
                        .equals("CANCELLED"));
    }

    private String account(String... scopes) {
        return manager.post(
                        team.path("/service-accounts"),
                        Map.of(
                                "name",
                                "Importer",
                                "scopes",
                                List.of(scopes),
                                "expiresAt",
                                Instant.now().plus(Duration.ofDays(30)).toString()))
                .expect(201)
                .text("id");
    }

    private String key(String account, Map<String, String> wish) {
        return manager.post(team.path("/service-accounts/" + account + "/keys"), wish)
                .expect(201)
                .text("key");
    }

    private void letIn(String account, ApiClient importer, String actions) {
        await("it is a member")
                .atMost(PATIENCE)
                .until(() ->
                        manager.post(team.path("/projects/" + project + "/participants"), Map.of("userId", account))
                                        .status()
                                == 204);
        await("it is in the project")
                .atMost(PATIENCE)
                .until(() -> importer.get(actions).status() == 200);
    }

    private ApiClient with(String key) {
        return new ApiClient("Importer", new ApiTransport(system.stack().gateway()), () -> key);
    }
}
