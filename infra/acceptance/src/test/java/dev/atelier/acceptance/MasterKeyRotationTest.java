package dev.atelier.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.atelier.client.ApiClient;
import dev.atelier.client.WebhookConsumer;
import dev.atelier.load.FakeModelServer;
import dev.atelier.stack.MasterKeyFile;
import dev.atelier.stack.MasterKeys;
import dev.atelier.stack.rotation.MasterKeyRotation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The master key is changed while people work, and what they gave to Atelier before works with the new key alone. */
class MasterKeyRotationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOKEN = "forge-token-of-before-7pQx";
    private static final String MODEL_KEY = "model-key-of-before-0123456789";
    private static final List<String> WITH_SECRETS =
            List.of("workspace-service", "agent-run-service", "notification-service");

    private final RunningSystem system = RunningSystem.get();
    private final MasterKeyFile file =
            new MasterKeyFile(system.stack().running().directory());
    private final RunningSystem.TestTeam team = system.team();
    private final ApiClient manager = team.manager().person();
    private final String project = system.testData().project(team.manager(), team.member(), team.workspace(), "Bread");
    private HttpServer forge;
    private WebhookConsumer consumer;
    private FakeModelServer model;

    @BeforeEach
    void outsideSystems() throws IOException {
        forge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        forge.createContext("/api/v1/", exchange -> {
            try (exchange) {
                var known =
                        ("token " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
                var answer = (known ? "{\"login\": \"workshop\"}" : "{}").getBytes(UTF_8);
                exchange.sendResponseHeaders(known ? 200 : 401, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        forge.start();
        consumer = new WebhookConsumer();
        model = new FakeModelServer(List.of(), "All is well.", Duration.ZERO);
    }

    @AfterEach
    void gone() {
        forge.stop(0);
        consumer.close();
        model.close();
    }

    @Test
    void whatWasSealedBeforeIsUsedWithTheNewKeyAlone() throws InterruptedException {
        var integration = integration();
        var endpoint = endpoint();
        var agent = agentOfAConnectedModel();
        var before = file.read();
        WITH_SECRETS.forEach(service -> assertEverythingIsWrappedBy(before, service));

        var rotation = MasterKeyRotation.of(system.stack().running(), system.operator(), System.out::println);
        rotation.rewrapWithNewKey();
        rotation.removeEarlierKeys();

        var after = file.read();
        assertThat(after.keys()).hasSize(1).doesNotContain(before.setting());
        WITH_SECRETS.forEach(service -> assertEverythingIsWrappedBy(after, service));

        RunningSystem.retryWhileUnavailable(() -> manager.post(integration + "/test", Map.of()))
                .expect(200);
        RunningSystem.retryWhileUnavailable(() -> manager.post(endpoint + "/test", Map.of()))
                .expect(202);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(consumer.first("webhook.test")).isPresent());
        run(agent);
        assertThat(model.authorizations()).containsExactly("Bearer " + MODEL_KEY);
    }

    private String integration() {
        var described = Map.of(
                "kind",
                "FORGEJO",
                "name",
                "Our code",
                "address",
                "http://127.0.0.1:" + forge.getAddress().getPort(),
                "references",
                List.of("workshop/site"),
                "secret",
                TOKEN);
        return team.path("/integrations/")
                + manager.post(team.path("/integrations"), described)
                        .expect(201)
                        .text("id");
    }

    private String endpoint() {
        var added = manager.post(
                        team.path("/webhook-endpoints"),
                        Map.of("url", consumer.address().toString(), "events", List.of("workspace.*")))
                .expect(201);
        consumer.useSecret(added.text("secret"));
        return team.path("/webhook-endpoints/") + added.text("id");
    }

    private String agentOfAConnectedModel() {
        var connection = manager.post(
                        team.path("/model-connections"),
                        Map.of("name", "Ours", "baseUrl", model.baseUrl(), "model", "stand-in", "key", MODEL_KEY))
                .expect(201)
                .text("id");
        return system.testData().agent(manager, team.workspace(), connection, "NONE");
    }

    private void run(String agent) {
        var start = Map.of("agentId", agent, "projectId", project, "input", "How is it?", "sendReportByMail", false);
        var run = manager.postOnce(team.path("/runs"), start).expect(202).text("id");
        await().atMost(PATIENCE)
                .until(() ->
                        manager.get(team.path("/runs/" + run)).text("state").equals("COMPLETED"));
    }

    private void assertEverythingIsWrappedBy(MasterKeys keys, String service) {
        var path = "/api/operator/" + service + "/master-key";
        var status = RunningSystem.retryWhileUnavailable(() -> system.operator().get(path))
                .expect(200);
        assertThat(status.text("currentKeyId")).as(service).isEqualTo(keys.currentKeyId());
        assertThat(status.text("outdated")).as(service).isEqualTo("0");
        assertThat(status.json()
                        .path("keys")
                        .valueStream()
                        .map(key -> key.path("keyId").asString()))
                .as(service)
                .containsExactly(keys.currentKeyId());
    }
}
