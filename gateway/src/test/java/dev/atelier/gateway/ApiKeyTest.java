package dev.atelier.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import dev.atelier.events.MessageJson;
import dev.atelier.events.RevocationState;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.testkit.tokens.TestTokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class ApiKeyTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final UserId account = GatewayClient.newUser();
    private final WorkspaceId workspace = WorkspaceId.next();
    private final String key = key();
    private final String path = "/api/workspaces/" + workspace;

    @Autowired
    private GatewayClient door;

    @Value("${spring.kafka.bootstrap-servers}")
    private String kafka;

    @BeforeEach
    void ready() {
        door.awaitReady();
        GatewayClient.WORKSPACE.respondHello();
        GatewayClient.IDENTITY.respondWith(
                exchange -> issue(exchange, UUID.randomUUID().toString(), Duration.ofMinutes(5)));
    }

    @AfterEach
    void leaveThemAsTheyWere() {
        GatewayClient.IDENTITY.respondHello();
    }

    @Test
    void aKeyBecomesATokenAndGoesNoFurther(CapturedOutput output) throws Exception {
        assertThat(ask().statusCode()).isEqualTo(200);
        assertThat(ask().statusCode()).isEqualTo(200);

        assertThat(GatewayClient.IDENTITY.received()).as("asked once").hasSize(1);
        assertThat(GatewayClient.IDENTITY.received().getFirst().line())
                .isEqualTo("POST /api/public/service-account-tokens");
        assertThat(GatewayClient.WORKSPACE.received()).hasSize(2).allSatisfy(request -> {
            assertThat(request.header("Authorization")).startsWith("Bearer ey").doesNotContain("atk_");
        });
        assertThat(output.getAll()).doesNotContain(key);
    }

    @Test
    void aBadKeyIsRefusedAsAnyBadTokenIs() throws Exception {
        GatewayClient.IDENTITY.respondWith(
                exchange -> FakeService.answer(exchange, 401, "application/problem+json", "{}"));

        var unknown = ask();
        var malformed = door.send(door.with("atk_short", path));
        var badToken = door.send(door.with("x.y.z", path));

        for (var answer : new HttpResponse<?>[] {unknown, malformed, badToken}) {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(answer.body().toString()).contains("urn:atelier:problem:unauthenticated");
        }
        assertThat(GatewayClient.WORKSPACE.received()).isEmpty();
        RoutingTest.expect(ask(), 401, "unauthenticated");
        assertThat(GatewayClient.IDENTITY.received()).as("asked once").hasSize(1);
    }

    @Test
    void aKeyIsOfNoUseAfterItsEnd() throws Exception {
        GatewayClient.IDENTITY.respondWith(exchange -> issue(exchange, "short", Duration.ofSeconds(2)));
        assertThat(ask().statusCode()).isEqualTo(200);

        GatewayClient.IDENTITY.respondWith(
                exchange -> FakeService.answer(exchange, 401, "application/problem+json", "{}"));

        await().atMost(LIMIT).until(() -> ask().statusCode() == 401);
    }

    @Test
    void aTokenIsUsedToItsEndWhileNobodyGivesAnother() throws Exception {
        GatewayClient.IDENTITY.respondWith(exchange -> issue(exchange, "away", Duration.ofMinutes(5)));
        assertThat(ask().statusCode()).isEqualTo(200);
        GatewayClient.IDENTITY.stop();
        try {
            assertThat(ask().statusCode()).isEqualTo(200);
            var other = door.send(door.with(key(), path));
            RoutingTest.expect(other, 503, "sign-in-unavailable");
            assertThat(other.headers().firstValue("Retry-After")).isPresent();
        } finally {
            GatewayClient.IDENTITY.restart();
        }
    }

    @Test
    void aRevocationMakesItAskAgain() throws Exception {
        GatewayClient.IDENTITY.respondWith(exchange -> issue(exchange, "first-" + account, Duration.ofMinutes(5)));
        assertThat(ask().statusCode()).isEqualTo(200);

        GatewayClient.IDENTITY.respondWith(exchange -> issue(exchange, "second-" + account, Duration.ofMinutes(5)));
        revoke("first-" + account);

        await().atMost(LIMIT).until(() -> {
            assertThat(ask().statusCode()).as("other scopes are no outage").isEqualTo(200);
            return !GatewayClient.IDENTITY.received().isEmpty();
        });

        GatewayClient.IDENTITY.respondWith(
                exchange -> FakeService.answer(exchange, 401, "application/problem+json", "{}"));
        revoke(account.toString());

        await().atMost(LIMIT).until(() -> ask().statusCode() == 401);
    }

    @Test
    void whatTheScopesDoNotOpenIsRefusedHereAlready() throws Exception {
        RoutingTest.expect(door.send(door.with(key, "/api/me")), 403, "not-for-service-accounts");
        var missing = door.send(door.with(key, path + "/runs"));
        RoutingTest.expect(missing, 403, "missing-scope");
        assertThat(missing.body()).contains("\"scope\":\"runs:read\"");
        RoutingTest.expect(door.send(door.with(key, "/api/workspaces/" + WorkspaceId.next())), 404, "not-found");
    }

    private HttpResponse<String> ask() throws Exception {
        return door.send(door.with(key, path));
    }

    private void issue(HttpExchange exchange, String session, Duration life) throws IOException {
        var now = Instant.now();
        var token = TestTokens.aToken(account.toString())
                .session(session)
                .issuedAt(now)
                .expiresAt(now.plus(life))
                .claim("atelier_workspace", workspace.toString())
                .claim("scope", "workspace:read")
                .signed();
        FakeService.answer(
                exchange,
                200,
                "application/json",
                JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "token",
                                token,
                                "serviceAccountId",
                                account.toString(),
                                "sessionId",
                                session,
                                "issuedAt",
                                now.toString(),
                                "expiresAt",
                                now.plus(life).toString())));
    }

    private void revoke(String holder) throws Exception {
        try (var identity = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka, "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            var now = Instant.now().plusSeconds(1);
            var revocation = new RevocationState(holder, now, now.plusSeconds(600), false, now.toEpochMilli());
            identity.send(new ProducerRecord<>("identity.revocations", holder, MessageJson.write(revocation)))
                    .get();
        }
    }

    private static String key() {
        var bytes = new byte[32];
        ThreadLocalRandom.current().nextBytes(bytes);
        return "atk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
