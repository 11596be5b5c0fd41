package dev.atelier.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.MessageJson;
import dev.atelier.events.RevocationState;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.testkit.tokens.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@GatewayTest
@Timeout(60)
class EventStreamTest {
    private static final String EVENTS = "/api/workspaces/1/runs/2/events";

    private final UserId lea = GatewayClient.newUser();
    private final CountDownLatch clientSawTheFirst = new CountDownLatch(1);
    private final CountDownLatch upstreamEnded = new CountDownLatch(1);
    private volatile boolean stop;

    @Autowired
    private GatewayClient door;

    @Autowired
    private MeterRegistry meters;

    @Value("${spring.kafka.bootstrap-servers}")
    private String kafka;

    @BeforeEach
    void ready() {
        door.awaitReady();
    }

    @AfterEach
    void end() {
        stop = true;
        GatewayClient.RUNS.respondHello();
        // Waits until the streams of earlier tests have ended, so that all permits are free.
        await().atMost(Duration.ofSeconds(20))
                .until(() -> meters.get("atelier.gateway.streams.open").gauge().value() == 0);
    }

    @Test
    void anEventArrivesBeforeTheStreamEnds() throws Exception {
        GatewayClient.RUNS.respondWith(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            write(exchange.getResponseBody(), "id: 1\ndata: first\n\n");
            // The second event is written only after the client has read the first.
            hold(clientSawTheFirst);
            write(exchange.getResponseBody(), "id: 2\ndata: second\n\n");
        });

        var stream = door.open(
                door.as(lea, EVENTS).header("Accept", "text/event-stream").header("Last-Event-ID", "0"));

        try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("id: 1");
            clientSawTheFirst.countDown();
            assertThat(lines.lines()).contains("data: second");
        }
        assertThat(GatewayClient.RUNS.received().getFirst().header("Last-event-id"))
                .isEqualTo("0");
    }

    @Test
    void aStreamOutlivesTheTimeOfAnOrdinaryAnswer() throws Exception {
        GatewayClient.RUNS.respondWith(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            write(exchange.getResponseBody(), "data: first\n\n");
            new CountDownLatch(1).await(1_500, TimeUnit.MILLISECONDS);
            write(exchange.getResponseBody(), "data: second\n\n");
        });

        var stream = door.send(door.as(lea, EVENTS).header("Accept", "text/event-stream"));

        assertThat(stream.body()).contains("second");
    }

    @Test
    void aClientThatLeavesEndsTheUpstream() throws Exception {
        heartbeatStream();
        var stream = door.open(door.as(lea, EVENTS).header("Accept", "text/event-stream"));
        assertThat(stream.body().read()).isPositive();

        stream.body().close();

        assertThat(upstreamEnded.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theStreamOfARevokedPersonEnds() throws Exception {
        heartbeatStream();
        var token = TestTokens.aToken(lea.toString())
                .issuedAt(Instant.now().minusSeconds(60))
                .signed();
        var others = door.open(door.as(GatewayClient.newUser(), EVENTS).header("Accept", "text/event-stream"));
        var stream = door.open(door.with(token, EVENTS).header("Accept", "text/event-stream"));
        assertThat(stream.body().read()).isPositive();

        var before = Instant.now().minusSeconds(5);
        var revocation =
                new RevocationState(lea.toString(), before, Instant.now().plusSeconds(600), false, 1);
        try (var identity = new KafkaProducer<>(
                Map.of("bootstrap.servers", (Object) kafka), new StringSerializer(), new StringSerializer())) {
            identity.send(new ProducerRecord<>("identity.revocations", lea.toString(), MessageJson.write(revocation)))
                    .get();
        }

        assertThatThrownBy(() -> stream.body().readAllBytes()).isInstanceOf(IOException.class);
        assertThat(others.body().read()).isPositive();
        others.body().close();
    }

    @Test
    void onePersonHasOnlySoManyStreamsOpenAndAllTheirRequestsBeside() throws Exception {
        heartbeatStream();
        var open = new ArrayList<InputStream>();
        for (int i = 0; i < 3; i++) {
            open.add(opened(door.as(lea, EVENTS)));
        }

        for (int i = 0; i < 40; i++) {
            var refused = door.send(door.as(lea, EVENTS).header("Accept", "text/event-stream"));
            RoutingTest.expect(refused, 429, "too-many-streams");
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(refused.body()).contains("\"of\":\"person\"", "\"limit\":3");
        }

        GatewayClient.WORKSPACE.respondHello();
        assertThat(door.send(door.as(lea, "/api/workspaces")).statusCode()).isEqualTo(200);
        open.add(opened(door.as(GatewayClient.newUser(), EVENTS)));
        open.removeFirst().close();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> door.open(door.as(lea, EVENTS).header("Accept", "text/event-stream"))
                                .statusCode()
                        == 200);
        closeAll(open);
    }

    @Test
    void anApiClientAndAllTogetherHaveTheirLimits() throws Exception {
        heartbeatStream();
        var workspace = WorkspaceId.next();
        var client = TestTokens.serviceAccount(GatewayClient.newUser(), workspace, "runs:read");
        var events = "/api/workspaces/" + workspace + "/runs/2/events";
        var open = new ArrayList<InputStream>();
        for (int i = 0; i < 2; i++) {
            open.add(opened(door.with(client, events)));
        }
        var refused = door.send(door.with(client, events).header("Accept", "text/event-stream"));
        RoutingTest.expect(refused, 429, "too-many-streams");
        assertThat(refused.body()).contains("\"of\":\"api-client\"", "\"limit\":2");

        var full = Stream.generate(GatewayClient::newUser)
                .limit(13)
                .map(this::statusOfAStreamThatStaysOpen)
                .toList();

        assertThat(full).contains(200).endsWith(429);
        assertThat(door.send(door.as(GatewayClient.newUser(), EVENTS)).body())
                .contains("\"of\":\"instance\"", "\"limit\":12");
        closeAll(open);
    }

    @Test
    void whoOpensTooOftenWaitsForThatAlone() throws Exception {
        GatewayClient.RUNS.respondHello();
        var last = door.send(door.as(lea, EVENTS));
        for (int i = 0; i < 200 && last.statusCode() == 200; i++) {
            last = door.send(door.as(lea, EVENTS));
        }
        RoutingTest.expect(last, 429, "too-many-requests");
        assertThat(last.body()).contains("\"limit\":\"stream\"");

        GatewayClient.WORKSPACE.respondHello();
        assertThat(door.send(door.as(lea, "/api/workspaces")).statusCode()).isEqualTo(200);
    }

    private int statusOfAStreamThatStaysOpen(UserId person) {
        try {
            return door.open(door.as(person, EVENTS).header("Accept", "text/event-stream"))
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private InputStream opened(HttpRequest.Builder request) throws Exception {
        var stream = door.open(request.header("Accept", "text/event-stream"));
        assertThat(stream.statusCode()).isEqualTo(200);
        return stream.body();
    }

    private static void closeAll(List<InputStream> open) throws IOException {
        for (var one : open) {
            one.close();
        }
    }

    @Test
    void aStreamIsNotCountedAmongThoseThatWaitForAnAnswer() throws Exception {
        heartbeatStream();
        var open = new ArrayList<InputStream>();
        for (int i = 0; i < 6; i++) {
            var stream = door.open(door.as(GatewayClient.newUser(), EVENTS).header("Accept", "text/event-stream"));
            assertThat(stream.statusCode()).isEqualTo(200);
            open.add(stream.body());
        }
        for (var one : open) {
            one.close();
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> upstreamEnded.getCount() == 0);
    }

    private void heartbeatStream() {
        GatewayClient.RUNS.respondWith(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try {
                while (!stop) {
                    write(exchange.getResponseBody(), ": alive\n\n");
                    new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
                }
            } catch (IOException e) {
                upstreamEnded.countDown();
            }
        });
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void hold(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
