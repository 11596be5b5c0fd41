package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.backing.mail.CaughtMail;
import dev.atelier.backing.signin.BrowserSignIn;
import dev.atelier.backing.signin.NewUser;
import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiClientResponse;
import dev.atelier.client.ApiTransport;
import dev.atelier.client.SseStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A hacked account is suspended with one request and returned to its owner by two operators. */
class AccountRecoveryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CASES = "/api/operator/recovery-cases";
    private static final Map<String, Object> NOTE = Map.of("note", "Called back at the number in the contract.");

    private final RunningSystem system = RunningSystem.get();
    private final RunningSystem.TestTeam team = system.team();
    private final String project = system.testData().project(team.manager(), team.member(), team.workspace(), "Bread");
    private final ApiClient manager = team.manager().person();
    private final ApiClient member = team.member().person();

    private String waitingRun() {
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
        var run = manager.postOnce(team.path("/runs"), start).expect(202).text("id");
        awaitRun(run, "WAITING");
        return run;
    }

    private void awaitRun(String run, String state) {
        await().atMost(PATIENCE)
                .until(() -> member.get(team.path("/runs/" + run)).text("state").equals(state));
    }

    private String endpoint() {
        return team.path("/webhook-endpoints/")
                + manager.post(
                                team.path("/webhook-endpoints"),
                                Map.of("url", "http://127.0.0.1:9/hook", "events", List.of("workspace.*")))
                        .expect(201)
                        .text("id");
    }

    private ApiClient program() {
        var accounts = team.path("/service-accounts");
        var expires = Instant.now().plus(Duration.ofDays(30)).toString();
        var account = manager.post(
                        accounts, Map.of("name", "Importer", "scopes", List.of("workspace:read"), "expiresAt", expires))
                .expect(201)
                .text("id");
        var key = manager.post(accounts + "/" + account + "/keys", Map.of())
                .expect(201)
                .text("key");
        return new ApiClient("Importer", new ApiTransport(system.stack().gateway()), () -> key);
    }

    private static void awaitStatus(ApiClient apiClient, String path, int status) {
        await().atMost(PATIENCE).until(() -> apiClient.get(path).status() == status);
    }

    private static ApiClientResponse step(ApiClient operator, ApiClientResponse before, String step) {
        return operator.request(
                "POST", CASES + "/" + before.text("id") + "/" + step, NOTE, Map.of("If-Match", before.etag()));
    }

    @Test
    void everythingOfAHackedAccountStandsStillUntilItsOwnerHasIt() {
        var run = waitingRun();
        var endpoint = endpoint();
        var program = program();
        awaitStatus(program, team.path(""), 200);
        var first = system.operator();
        var second = system.anotherOperator();
        var letters = BrowserSignIn.countLinkMails(
                team.manager().email(), system.stack().mails());
        ApiClientResponse opened;

        try (var stream = new SseStream(manager, team.path("/runs/" + run + "/events"), null, _ -> {})) {
            await().atMost(PATIENCE).until(() -> !stream.events().isEmpty());

            opened = first.post(
                            CASES, Map.of("userId", team.manager().userId(), "report", "Somebody writes in her name."))
                    .expect(201);

            await().atMost(PATIENCE).until(stream::hasEnded);
        }
        awaitStatus(manager, "/api/workspaces", 401);
        awaitStatus(program, team.path(""), 401);
        awaitRun(run, "PAUSED");

        var evident = step(first, opened, "evidence").expect(200);
        assertThat(step(first, evident, "confirm").expect(409).text("type"))
                .isEqualTo("urn:atelier:problem:second-person-needed");
        member.get(CASES).expect(403);
        step(second, evident, "confirm").expect(200);
        BrowserSignIn.resetPassword(
                new NewUser("Mona", "Manager", team.manager().email(), "Quite-another-secret-2"),
                system.stack().mails(),
                letters);

        await().atMost(PATIENCE)
                .until(() ->
                        first.get(CASES + "/" + opened.text("id")).text("state").equals("COMPLETED"));
        var owner = system.signIn("Mona", team.manager().email(), "Quite-another-secret-2");
        awaitRun(run, "WAITING");
        awaitStatus(program, team.path(""), 200);
        await().atMost(PATIENCE)
                .until(() -> owner.get(endpoint).expect(200).text("state").equals("ACTIVE"));
        assertThat(owner.get(team.path("/audit-log?type=notification.webhook-suspended"))
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(1);
        decide(owner, run);
        awaitRun(run, "COMPLETED");
        toldOfEachStep();
    }

    private void decide(ApiClient owner, String run) {
        var approval = owner.get(team.path("/approvals?state=WAITING"))
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("runId").asString().equals(run))
                .map(one -> one.path("id").asString())
                .findFirst()
                .orElseThrow();
        owner.post(team.path("/approvals/" + approval + "/approve"), Map.of()).expect(200);
    }

    private void toldOfEachStep() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                system.stack().mails().mailsTo(team.manager().email()))
                        .extracting(CaughtMail::subject)
                        .contains(
                                "Your account at Atelier is shut for your protection",
                                "We have recorded evidence about your account",
                                "You get your account at Atelier back",
                                "Your account at Atelier is open again"));
    }
}
