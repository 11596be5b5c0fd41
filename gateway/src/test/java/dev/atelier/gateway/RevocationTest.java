package dev.atelier.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.MessageJson;
import dev.atelier.events.RevocationState;
import dev.atelier.events.id.UserId;
import dev.atelier.testkit.tokens.TestTokens;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@GatewayTest
class RevocationTest {
    private final UserId lea = GatewayClient.newUser();

    @Autowired
    private GatewayClient door;

    @Value("${spring.kafka.bootstrap-servers}")
    private String kafka;

    private KafkaProducer<String, String> identity;

    @BeforeEach
    void ready() {
        door.awaitReady();
        GatewayClient.WORKSPACE.respondHello();
        identity = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all"), new StringSerializer(), new StringSerializer());
    }

    @AfterEach
    void close() {
        identity.close();
    }

    @Test
    void aRevokedPersonIsTurnedAwayAndMaySignInAgain() throws Exception {
        var token = TestTokens.aToken(lea.toString())
                .issuedAt(Instant.now().minusSeconds(60))
                .signed();
        assertThat(door.send(door.with(token, "/api/workspaces")).statusCode()).isEqualTo(200);

        revoke(lea.toString(), Instant.now().minusSeconds(5), 1);

        awaitRevoked(token);
        RoutingTest.expect(door.send(door.with(token, "/api/workspaces")), 401, "token-revoked");
        var again = TestTokens.of(lea);
        assertThat(door.send(door.with(again, "/api/workspaces")).statusCode()).isEqualTo(200);
    }

    @Test
    void aRevokedSessionLeavesThePersonsOthersAlone() throws Exception {
        var laptop = ofSession("laptop-" + lea);
        var phone = ofSession("phone-" + lea);

        revoke("laptop-" + lea, Instant.now().minusSeconds(5), 1);

        awaitRevoked(laptop);
        assertThat(door.send(door.with(phone, "/api/workspaces")).statusCode()).isEqualTo(200);
    }

    @Test
    void anOlderVersionChangesNothingAndATombstoneForgets() throws Exception {
        var token = ofSession("laptop-" + lea);
        revoke(lea.toString(), Instant.now().minusSeconds(5), 2);
        awaitRevoked(token);

        revoke(lea.toString(), Instant.EPOCH, 1);
        var marker = ofSession("marker-" + lea);
        revoke("marker-" + lea, Instant.now().minusSeconds(5), 1);
        awaitRevoked(marker);
        assertThat(status(token)).isEqualTo(401);

        identity.send(new ProducerRecord<>("identity.revocations", lea.toString(), null))
                .get();
        await().atMost(Duration.ofSeconds(20)).until(() -> status(token) == 200);
    }

    @Test
    void aGatewayThatStartsKnowsWhatWasRevokedBefore() throws Exception {
        var token = ofSession("laptop-" + lea);
        revoke(lea.toString(), Instant.now().minusSeconds(5), 1);

        var another = new SpringApplicationBuilder(GatewayApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + kafka,
                        "--atelier.issuer-uri=" + TestTokens.issuer());
        try (another) {
            var port = ((ServletWebServerApplicationContext) another)
                    .getWebServer()
                    .getPort();
            var request = door.with(token, "/api/workspaces");
            var there = URI.create("http://127.0.0.1:" + port + "/api/workspaces");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> door.send(request.copy().uri(there)).statusCode() != 503);
            RoutingTest.expect(door.send(request.copy().uri(there)), 401, "token-revoked");
        }
    }

    private String ofSession(String session) {
        return TestTokens.aToken(lea.toString())
                .session(session)
                .issuedAt(Instant.now().minusSeconds(60))
                .signed();
    }

    private void awaitRevoked(String token) {
        await().atMost(Duration.ofSeconds(20)).until(() -> status(token) == 401);
    }

    private int status(String token) throws Exception {
        return door.send(door.with(token, "/api/workspaces")).statusCode();
    }

    private void revoke(String holder, Instant issuedBefore, long version) throws Exception {
        var revocation = new RevocationState(holder, issuedBefore, Instant.now().plusSeconds(600), false, version);
        identity.send(new ProducerRecord<>("identity.revocations", holder, MessageJson.write(revocation)))
                .get();
    }
}
