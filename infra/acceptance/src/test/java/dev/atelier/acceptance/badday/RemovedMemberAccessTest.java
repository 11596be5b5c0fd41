package dev.atelier.acceptance.badday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.acceptance.RunningSystem;
import dev.atelier.client.ApiClientResponse;
import dev.atelier.client.SseStream;
import dev.atelier.client.TestUser;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A removed or deactivated user is refused by every service although the token is valid, also under concurrent
 * requests.
 */
class RemovedMemberAccessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final int RACES = 4;

    private final RunningSystem system = RunningSystem.get();
    private final RunningSystem.TestTeam team = system.team();
    private final String project = system.testData().project(team.manager(), team.member(), team.workspace(), "Bread");
    private final String agent = system.publishedAgent(team);

    RemovedMemberAccessTest() {
        for (var title : List.of("Buy flour", "Repair the oven")) {
            team.manager()
                    .person()
                    .post(
                            team.path("/projects/" + project + "/actions"),
                            Map.of("title", title, "state", "BLOCKED", "priority", "URGENT", "due", "2026-01-02"))
                    .expect(201);
        }
    }

    @Test
    void aRemovedMembersStreamsCloseRunsEndAndEveryServiceRefuses() {
        var run = waitingRun(team.member());
        try (var stream = stream(run)) {
            remove(team.member()).expect(204);

            await("the stream is closed").atMost(PATIENCE).until(stream::hasEnded);
            for (var path : List.of("", "/runs", "/reports", "/webhook-endpoints", "/projects/" + project)) {
                await(path)
                        .atMost(PATIENCE)
                        .until(() -> team.member().person().get(team.path(path)).status() == 404);
            }
        }
        awaitState(run, "CANCELLED");
    }

    @Test
    void aDeactivatedPersonsStreamsCloseRunsEndAndTheDoorIsShut() {
        var run = waitingRun(team.member());
        try (var stream = stream(run)) {
            system.operator()
                    .post("/api/operator/users/" + team.member().userId() + "/deactivate", Map.of())
                    .expect(200, 202, 204);

            await("the stream is closed").atMost(PATIENCE).until(stream::hasEnded);
            await().atMost(PATIENCE)
                    .until(() -> team.member().person().get(team.path("/runs")).status() == 401);
        }
        awaitState(run, "CANCELLED");
    }

    @Test
    void aRunThatStartsWhileItsStarterIsRemovedDoesNotGoOn() {
        for (var race = 0; race < RACES; race++) {
            var member = newMember();
            waitingRun(member);
            var start = CompletableFuture.supplyAsync(() -> start(member));
            var removal = CompletableFuture.supplyAsync(() -> remove(member));

            removal.join().expect(204);
            var started = start.join().expect(202, 404);
            if (started.status() == 202) {
                awaitState(started.text("id"), "CANCELLED");
            }
        }
    }

    @Test
    void anApprovalWhileTheStarterIsRemovedChangesNothingAfterwards() {
        for (var race = 0; race < RACES; race++) {
            var member = newMember();
            var run = waitingRun(member);
            var approval = approvalOf(run);
            var before = actions();
            var decision = CompletableFuture.supplyAsync(
                    () -> team.manager().person().post(team.path("/approvals/" + approval + "/approve"), Map.of()));
            var removal = CompletableFuture.supplyAsync(() -> remove(member));

            removal.join().expect(204);
            var decided = decision.join().expect(200, 404, 409).status() == 200;
            awaitState(run, "CANCELLED");
            assertThat(waitingApprovals()).doesNotContain(approval);
            var after = actions();
            assertThat(after).hasSizeBetween(before.size(), before.size() + (decided ? 1 : 0));
            await("nothing is done any more")
                    .during(QUIET)
                    .atMost(PATIENCE)
                    .until(() -> actions().equals(after));
        }
    }

    /** Returns the complete actions of the project, so that changes are detected too. */
    private Set<String> actions() {
        var seen = new HashSet<String>();
        team.manager()
                .person()
                .get(team.path("/projects/" + project + "/actions?limit=100"))
                .expect(200)
                .json()
                .path("items")
                .forEach(action -> seen.add(action.toString()));
        return seen;
    }

    private TestUser newMember() {
        var member = system.register("Mia", "Member");
        system.join(team, member);
        team.manager()
                .person()
                .post(team.path("/projects/" + project + "/participants"), Map.of("userId", member.userId()))
                .expect(200, 201, 204);
        return member;
    }

    private ApiClientResponse start(TestUser starter) {
        return starter.person()
                .postOnce(
                        team.path("/runs"),
                        Map.of(
                                "agentId",
                                agent,
                                "projectId",
                                project,
                                "input",
                                "How does the bread stand this week?",
                                "sendReportByMail",
                                false),
                        UUID.randomUUID().toString());
    }

    private ApiClientResponse remove(TestUser member) {
        return team.manager().person().delete(team.path("/members/" + member.userId()));
    }

    private String waitingRun(TestUser starter) {
        var run = await("the start is taken")
                .atMost(PATIENCE)
                .until(() -> start(starter), apiClientResponse -> apiClientResponse.status() == 202)
                .text("id");
        awaitState(run, "WAITING");
        return run;
    }

    private SseStream stream(String run) {
        var stream = new SseStream(team.member().person(), team.path("/runs/" + run + "/events"), null, _ -> {});
        await().atMost(PATIENCE).until(() -> !stream.events().isEmpty());
        return stream;
    }

    private void awaitState(String run, String state) {
        await("run " + run + " is " + state)
                .atMost(PATIENCE)
                .until(() -> team.manager()
                        .person()
                        .get(team.path("/runs/" + run))
                        .expect(200)
                        .text("state")
                        .equals(state));
    }

    private String approvalOf(String run) {
        for (var approval : approvals()) {
            if (approval.path("runId").asString().equals(run)) {
                return approval.path("id").asString();
            }
        }
        throw new AssertionError("no approval of run " + run);
    }

    private Set<String> waitingApprovals() {
        var ids = new HashSet<String>();
        approvals().forEach(approval -> ids.add(approval.path("id").asString()));
        return ids;
    }

    private JsonNode approvals() {
        return team.manager()
                .person()
                .get(team.path("/approvals?state=WAITING&limit=100"))
                .expect(200)
                .json()
                .path("items");
    }
}
