package dev.atelier.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.id.UserId;
import dev.atelier.testkit.tokens.TestTokens;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files may be larger than other bodies and are forwarded while they arrive. */
@GatewayTest
class FileUploadTest {
    private static final int MIB = 1 << 20;
    private static final String FILES =
            "/api/workspaces/%s/projects/%<s/actions/%<s/attachments".formatted(UUID.randomUUID());

    @Autowired
    private GatewayClient door;

    @Autowired
    private BulkheadRegistry bulkheads;

    @Autowired
    private CircuitBreakerRegistry breakers;

    private final UserId noah = GatewayClient.newUser();

    @BeforeEach
    void ready() {
        door.awaitReady();
        GatewayClient.WORKSPACE.respondHello();
    }

    private HttpRequest.Builder file(UserId person, HttpRequest.BodyPublisher body) {
        return door.as(person, FILES)
                .header("Content-Type", "application/octet-stream")
                .header("Content-Disposition", "attachment; filename=\"plan.txt\"")
                .POST(body);
    }

    @Test
    void aFileOfManyMebibytesPassesWithItsName() throws Exception {
        var answer = door.send(file(noah, BodyPublishers.ofByteArray(new byte[20 * MIB])));

        assertThat(answer.statusCode()).isEqualTo(200);
        var recordedRequest = GatewayClient.WORKSPACE.received().getFirst();
        assertThat(recordedRequest.body()).hasSize(20 * MIB);
        assertThat(recordedRequest.header("Content-disposition")).isEqualTo("attachment; filename=\"plan.txt\"");
    }

    @Test
    void itsBeginningIsThereBeforeItsEndWasSent() throws Exception {
        var begun = new CountDownLatch(1);
        GatewayClient.WORKSPACE.readBodyWith(body -> {
            body.readNBytes(MIB);
            begun.countDown();
            body.readAllBytes();
        });
        try (var raw = new RawGatewayClient(door.to("/").build().uri())) {
            raw.send(head(noah, 3 * MIB), "x".repeat(2 * MIB));

            assertThat(begun.await(20, TimeUnit.SECONDS))
                    .as("the first mebibyte")
                    .isTrue();
            assertThat(raw.sendBody("x".repeat(MIB)).readAll()).startsWith("HTTP/1.1 200 ");
        } finally {
            GatewayClient.WORKSPACE.respondHello();
        }
    }

    @Test
    void aFileThatIsTooLongIsRefusedWhetherItSaysItsLengthOrNot() throws Exception {
        var known = door.send(file(noah, BodyPublishers.ofByteArray(new byte[50 * MIB + 1])));
        RoutingTest.expect(known, 413, "payload-too-large");
        assertThat(known.body()).contains("52428800");

        var unknown = door.send(file(
                noah, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[50 * MIB + 1]))));
        RoutingTest.expect(unknown, 413, "payload-too-large");
        othersAreServed();
    }

    @Test
    void aFileIsSentAsBytesAndOnlyWhereFilesAreTaken() throws Exception {
        for (var type : new String[] {"application/json", "multipart/form-data; boundary=x", "image/jpeg"}) {
            RoutingTest.expect(
                    door.send(door.as(noah, FILES).header("Content-Type", type).POST(BodyPublishers.ofString("{}"))),
                    415,
                    "unsupported-media-type");
        }
        RoutingTest.expect(
                door.send(door.as(noah, FILES).POST(BodyPublishers.ofString("no type"))),
                415,
                "unsupported-media-type");
        RoutingTest.expect(
                door.send(door.as(noah, "/api/workspaces")
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofString("{}"))),
                415,
                "unsupported-media-type");
        assertThat(GatewayClient.WORKSPACE.received()).isEmpty();
    }

    @Test
    void aFileThatBreaksOffIsNotCountedAgainstTheService() throws Exception {
        var breaker = breakers.circuitBreaker("workspace-service");
        var bulkhead = bulkheads.bulkhead("workspace-service");
        int failures = breaker.getMetrics().getNumberOfFailedCalls();
        for (int i = 0; i < 3; i++) {
            try (var raw = new RawGatewayClient(door.to("/").build().uri())) {
                raw.send(head(GatewayClient.newUser(), 5 * MIB), "the beginning");
                await().atMost(Duration.ofSeconds(10))
                        .until(() -> bulkhead.getMetrics().getAvailableConcurrentCalls() < 4);
            }
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> bulkhead.getMetrics().getAvailableConcurrentCalls() == 4);
        }

        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isEqualTo(failures);
        othersAreServed();
    }

    @Test
    void whoStopsSendingIsTold() throws Exception {
        for (int i = 0; i < 2; i++) {
            try (var raw = new RawGatewayClient(door.to("/").build().uri())) {
                var answer = raw.send(head(GatewayClient.newUser(), 5 * MIB), "the beginning")
                        .readAll();
                assertThat(answer).startsWith("HTTP/1.1 408 ").contains("urn:atelier:problem:body-too-slow");
            }
        }
        othersAreServed();
    }

    private static String head(UserId person, int length) {
        return "POST " + FILES + " HTTP/1.1\nHost: localhost\nConnection: close\nAuthorization: "
                + TestTokens.bearer(TestTokens.of(person))
                + "\nContent-Type: application/octet-stream\nContent-Length: " + length;
    }

    private void othersAreServed() throws Exception {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(door.send(door.as(GatewayClient.newUser(), "/api/workspaces"))
                                .statusCode())
                        .isEqualTo(200));
    }
}
