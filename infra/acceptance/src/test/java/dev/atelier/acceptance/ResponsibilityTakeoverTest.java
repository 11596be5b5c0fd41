package dev.atelier.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.atelier.backing.mail.CaughtMail;
import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Credentials of a former manager are suspended until the next manager takes them over. */
class ResponsibilityTakeoverTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningSystem system = RunningSystem.get();
    private final RunningSystem.TestTeam team = system.team();
    private final ApiClient former = team.manager().person();
    private final ApiClient next = team.member().person();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer consumer;

    @BeforeEach
    void aConsumer() throws IOException {
        consumer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        consumer.createContext("/hook", exchange -> {
            try (exchange) {
                received.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        consumer.start();
    }

    @AfterEach
    void gone() {
        consumer.stop(0);
    }

    @Test
    void keyAndEndpointOfARemovedManagerStandStillUntilTheNextOneTakesThemOver() {
        var account = account();
        var importer = program(key(account));
        var endpoint = endpoint();
        awaitStatus(importer, team.path(""), 200);
        offered();
        var list = next.get(team.path("/management-offer/responsibilities")).expect(200);
        assertThat(list.json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("kind").asString()))
                .containsExactlyInAnyOrder("service-account", "webhook-endpoint");
        next.post(team.path("/management-offer/accept"), Map.of("takeOver", false))
                .expect(204);

        next.delete(team.path("/members/" + team.manager().userId())).expect(204);

        awaitStatus(importer, team.path(""), 401);
        await().atMost(PATIENCE)
                .until(() ->
                        next.get(endpoint).expect(200).text("suspendedReason").equals("MEMBERSHIP_ENDED"));
        received.clear();
        next.post(team.path("/projects"), Map.of("name", "After the removal")).expect(201);
        await("the project's event waits")
                .atMost(PATIENCE)
                .until(() -> next.get(endpoint + "/deliveries?limit=100")
                        .expect(200)
                        .json()
                        .toString()
                        .contains("WAITING"));
        assertThat(received).isEmpty();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                system.stack().mails().mailsTo(team.member().email()))
                        .filteredOn(mail -> mail.subject().contains("stands still until you decide"))
                        .extracting(CaughtMail::text)
                        .anySatisfy(text -> assertThat(text)
                                .contains(
                                        "Mona Manager",
                                        "Importer",
                                        "/service-accounts/" + account,
                                        endpoint,
                                        "/take-over")));

        takeOver(team.path("/service-accounts/" + account));
        takeOver(endpoint);

        awaitStatus(importer, team.path(""), 200);
        await().atMost(PATIENCE)
                .until(() -> received.stream().anyMatch(body -> body.contains("workspace.project-created")));
    }

    @Test
    void aSuccessorWhoTakesOverAtOnceLosesNothing() {
        var account = account();
        var importer = program(key(account));
        awaitStatus(importer, team.path(""), 200);
        offered();
        next.post(team.path("/management-offer/accept"), Map.of("takeOver", true))
                .expect(204);
        await().atMost(PATIENCE)
                .until(() -> next.get(team.path("/service-accounts/" + account))
                        .text("responsible")
                        .equals(team.member().userId()));

        next.delete(team.path("/members/" + team.manager().userId())).expect(204);

        awaitStatus(former, team.path(""), 404);
        importer.get(team.path("")).expect(200);
    }

    @Test
    void withADeactivatedAccountItsKeysAndEndpointsStandStillAndComeBackWithIt() {
        var importer = program(key(account()));
        var endpoint = endpoint();
        awaitStatus(importer, team.path(""), 200);
        offered();
        next.post(team.path("/management-offer/accept"), Map.of("takeOver", false))
                .expect(204);
        var operator = system.operator();
        var user = "/api/operator/users/" + team.manager().userId();

        operator.post(user + "/deactivate", Map.of()).expect(200);

        awaitStatus(importer, team.path(""), 401);
        await().atMost(PATIENCE)
                .until(() ->
                        next.get(endpoint).expect(200).text("suspendedReason").equals("ACCOUNT_DEACTIVATED"));

        operator.post(user + "/reactivate", Map.of()).expect(200);

        awaitStatus(importer, team.path(""), 200);
        await().atMost(PATIENCE)
                .until(() -> next.get(endpoint).expect(200).text("state").equals("ACTIVE"));
    }

    @Test
    void noKeyThatWasMadeAtTheMomentOfTheRemovalIsGood() throws Exception {
        var accounts = IntStream.range(0, 8).mapToObj(_ -> account()).toList();
        offered();
        var keys = new CopyOnWriteArrayList<String>();
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var making = both.submit(() -> accounts.forEach(account -> {
                for (int i = 0; i < 3; i++) {
                    var made = former.post(team.path("/service-accounts/" + account + "/keys"), Map.of());
                    if (made.status() == 201) {
                        keys.add(made.text("key"));
                    }
                }
            }));
            next.post(team.path("/management-offer/accept"), Map.of("takeOver", false))
                    .expect(204);
            next.delete(team.path("/members/" + team.manager().userId())).expect(204);
            making.get();
        }
        awaitStatus(former, team.path(""), 404);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(accounts)
                        .allSatisfy(account -> assertThat(next.get(team.path("/service-accounts/" + account))
                                        .expect(200)
                                        .text("suspendedReason"))
                                .isEqualTo("MEMBERSHIP_ENDED")));

        assertThat(keys).allSatisfy(key -> awaitStatus(program(key), team.path(""), 401));
    }

    private void offered() {
        former.request(
                        "PUT",
                        team.path("/management-offer"),
                        Map.of("userId", team.member().userId()),
                        Map.of())
                .expect(204);
    }

    private void takeOver(String path) {
        var seen = next.get(path).expect(200);
        assertThat(next.request("POST", path + "/take-over", null, Map.of("If-Match", seen.etag()))
                        .expect(200)
                        .text("responsible"))
                .isEqualTo(team.member().userId());
    }

    private String account() {
        var expires = Instant.now().plus(Duration.ofDays(30)).toString();
        return former.post(
                        team.path("/service-accounts"),
                        Map.of("name", "Importer", "scopes", List.of("workspace:read"), "expiresAt", expires))
                .expect(201)
                .text("id");
    }

    private String key(String account) {
        return former.post(team.path("/service-accounts/" + account + "/keys"), Map.of())
                .expect(201)
                .text("key");
    }

    private String endpoint() {
        var url = "http://127.0.0.1:" + consumer.getAddress().getPort() + "/hook";
        return team.path("/webhook-endpoints/")
                + former.post(team.path("/webhook-endpoints"), Map.of("url", url, "events", List.of("workspace.*")))
                        .expect(201)
                        .text("id");
    }

    private ApiClient program(String key) {
        return new ApiClient("Importer", new ApiTransport(system.stack().gateway()), () -> key);
    }

    private static void awaitStatus(ApiClient apiClient, String path, int status) {
        await().atMost(PATIENCE).until(() -> apiClient.get(path).status() == status);
    }
}
