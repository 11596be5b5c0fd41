package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.backing.signin.BrowserSignIn;
import dev.atelier.backing.signin.NewUser;
import dev.atelier.backing.signin.OAuthTokens;
import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiTransport;
import dev.atelier.client.SseStream;
import dev.atelier.client.TestUser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A user finds the session of a lost laptop and ends it from their phone. */
class SessionTest {
    private static final String SESSIONS = "/api/me/sessions";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningSystem system = RunningSystem.get();
    private final BrowserSignIn pages =
            BrowserSignIn.forCommandLine(system.stack().issuerUri());
    private final NewUser account =
            new NewUser("Tess", "Traveller", "tess." + UUID.randomUUID() + "@bakery.example", "A-long-enough-secret-1");
    private final ApiClient laptop = with(pages.register(account, system.stack().mails()));
    private final ApiClient phone = with(pages.signIn(account.email(), account.password()));

    @Test
    void aSessionThatIsEndedIsRefusedByEveryServiceAndItsStreamsClose() {
        var workspace = laptop.post("/api/workspaces", Map.of("name", "On the train"))
                .expect(201)
                .text("id");
        var team = new RunningSystem.TestTeam(
                new TestUser(
                        laptop,
                        account.email(),
                        laptop.get("/api/me").expect(200).text("id")),
                system.register("Max", "Member"),
                workspace);
        system.join(team, team.member());
        var run = waitingRun(team);
        var lost = ids(phone).getLast();

        try (var stream = new SseStream(laptop, team.path("/runs/" + run + "/events"), null, _ -> {})) {
            await().atMost(PATIENCE).until(() -> !stream.events().isEmpty());

            phone.delete(SESSIONS + "/" + lost).expect(204);

            await("the stream is closed").atMost(PATIENCE).until(stream::hasEnded);
        }
        for (var path : List.of(
                "/api/me",
                "/api/workspaces",
                team.path("/runs"),
                team.path("/reports"),
                team.path("/webhook-endpoints"))) {
            await(path).atMost(PATIENCE).until(() -> laptop.get(path).status() == 401);
            assertThat(laptop.get(path).text("type")).isEqualTo("urn:atelier:problem:token-revoked");
            phone.get(path).expect(200);
        }
        assertThat(ids(phone)).hasSize(1).doesNotContain(lost);
        phone.delete(SESSIONS + "/" + lost).expect(204);
    }

    @Test
    void whoSignsOutAtKeycloakIsRefusedBeforeTheTokenEnds() {
        var tokens = pages.signIn(account.email(), account.password());
        var tablet = with(tokens);
        tablet.get("/api/me").expect(200);

        pages.signOut(tokens);

        await().atMost(PATIENCE).until(() -> tablet.get("/api/me").status() == 401);
        assertThat(tablet.get("/api/me").text("type")).isEqualTo("urn:atelier:problem:token-revoked");
        phone.get("/api/me").expect(200);
    }

    @Test
    void allOthersEndThenAll() {
        phone.delete(SESSIONS + "?except=current").expect(204);

        await().atMost(PATIENCE).until(() -> laptop.get("/api/me").status() == 401);
        assertThat(ids(phone)).hasSize(1);

        phone.delete(SESSIONS).expect(204);

        await().atMost(PATIENCE).until(() -> phone.get("/api/me").status() == 401);
        assertThat(ids(signedInAgain())).hasSize(1);
    }

    @Test
    void somebodyElsesSessionsAreNotFoundAsUnknownOnesAreNot() {
        var stranger = system.register("Sam", "Stranger").person();
        var theirs = ids(phone).getFirst();

        var foreign = stranger.delete(SESSIONS + "/" + theirs).expect(404);
        var unknown = stranger.delete(SESSIONS + "/" + UUID.randomUUID()).expect(404);

        assertThat(foreign.text("type")).isEqualTo(unknown.text("type"));
        assertThat(foreign.text("detail")).isEqualTo(unknown.text("detail"));
        phone.get("/api/me").expect(200);
    }

    /**
     * Tokens contain the second of issue: a token of the second in which all sessions ended is revoked, and its client
     * requests another.
     */
    private ApiClient signedInAgain() {
        var tokens = new AtomicReference<>(pages.signIn(account.email(), account.password()));
        await().atMost(PATIENCE).until(() -> with(tokens.get()).get("/api/me").status() == 200 || renew(tokens));
        return with(tokens.get());
    }

    private boolean renew(AtomicReference<OAuthTokens> tokens) {
        tokens.set(pages.refresh(tokens.get()));
        return false;
    }

    /** Starts a run that waits for the manager, so that its stream stays open. */
    private String waitingRun(RunningSystem.TestTeam team) {
        var project = system.testData().project(team.manager(), team.member(), team.workspace(), "Bread");
        for (var title : List.of("Buy flour", "Repair the oven")) {
            laptop.post(
                            team.path("/projects/" + project + "/actions"),
                            Map.of("title", title, "state", "BLOCKED", "priority", "URGENT", "due", "2026-01-02"))
                    .expect(201);
        }
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
                        () -> laptop.postOnce(team.path("/runs"), start),
                        apiClientResponse -> apiClientResponse.status() == 202)
                .text("id");
        await("the run waits")
                .atMost(PATIENCE)
                .until(() -> laptop.get(team.path("/runs/" + run))
                        .expect(200)
                        .text("state")
                        .equals("WAITING"));
        return run;
    }

    /** A client that keeps its token and does not sign in again. */
    private ApiClient with(OAuthTokens tokens) {
        return new ApiClient("Tess", new ApiTransport(system.stack().gateway()), tokens::accessToken);
    }

    /** Returns the ids of a user's sessions, the current one first. */
    private static List<String> ids(ApiClient apiClient) {
        return StreamSupport.stream(
                        apiClient.get(SESSIONS).expect(200).json().path("items").spliterator(), false)
                .map(session -> session.path("id").asString())
                .toList();
    }
}
