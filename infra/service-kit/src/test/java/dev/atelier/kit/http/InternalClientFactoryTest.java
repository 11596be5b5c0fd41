package dev.atelier.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.problem.RefusalReason;
import dev.atelier.testkit.tokens.TrustTestTokens;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@TrustTestTokens
@SpringBootTest(
        classes = InternalClientFactoryTest.InternalClientApplication.class,
        properties = {
            "spring.application.name=report-service",
            "atelier.client-secret=of-the-test",
            "atelier.http.read-timeout=400ms",
            "atelier.http.concurrent=2",
            "atelier.http.open-for=2s",
            "spring.autoconfigure.exclude="
                    + "dev.atelier.kit.mongo.MongoKitAutoConfiguration,"
                    + "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration,"
                    + "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration,"
                    + "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
class InternalClientFactoryTest {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class InternalClientApplication {}

    record NamedThing(String name) {}

    private static final ScriptedHttpServer OTHER = start();

    private final UserId lea = new UserId(UUID.randomUUID());

    @Autowired
    private InternalClientFactory clients;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) {
        registry.add("atelier.services.agent-run", OTHER::address);
    }

    private static ScriptedHttpServer start() {
        try {
            return new ScriptedHttpServer();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() {
        OTHER.close();
    }

    @BeforeEach
    void closed() {
        clients.clientFor("agent-run-service");
        breakers.circuitBreaker("agent-run-service").reset();
    }

    @Test
    void asksWithItsOwnTokenForAPerson() {
        OTHER.respond(200, "application/json", "{\"name\": \"a\", \"newer\": 1}");

        var thing = asking().get("/internal/things/{id}", "a b")
                .query("of", "x&y")
                .query("none", null)
                .retrieve(NamedThing.class);

        assertThat(thing).isEqualTo(new NamedThing("a"));
        var recordedRequest = OTHER.asked().getFirst();
        assertThat(recordedRequest.line()).isEqualTo("GET /internal/things/a%20b?of=x%26y");
        assertThat(recordedRequest.token()).startsWith("Bearer ey");
        assertThat(recordedRequest.person()).isEqualTo(lea.toString());
    }

    @Test
    void aRefusalKeepsItsType() {
        OTHER.respond(409, "application/problem+json", """
                {"type": "urn:atelier:problem:too-many", "status": 409, "detail": "Too many.", "limit": 3}""");

        assertThatThrownBy(() -> asking().get("/internal/things").retrieve(NamedThing.class))
                .isInstanceOfSatisfying(RemoteRefusal.class, refused -> {
                    assertThat(refused.fact()).isEqualTo("too-many");
                    assertThat(refused.reason()).isEqualTo(RefusalReason.CONFLICT);
                    assertThat(refused.sentence()).isEqualTo("Too many.");
                    assertThat(refused.details()).containsEntry("limit", 3);
                });
        assertThat(OTHER.asked()).hasSize(1);
    }

    @Test
    void aFailedReadIsRepeated() {
        OTHER.respond(503, "text/plain", "away");

        assertThatThrownBy(() -> asking().get("/internal/things").retrieve(NamedThing.class))
                .isInstanceOf(ServiceUnavailable.class);
        assertThat(OTHER.asked()).hasSize(3);
    }

    @Test
    void aFailedChangeIsRepeatedOnlyWithAKey() {
        OTHER.respond(503, "text/plain", "away");

        assertThatThrownBy(() -> asking().post("/internal/things")
                        .body(new NamedThing("a"))
                        .retrieve(NamedThing.class))
                .isInstanceOf(ServiceUnavailable.class);
        assertThat(OTHER.asked()).hasSize(1);
        assertThatThrownBy(() -> asking().post("/internal/things")
                        .idempotencyKey("run:1")
                        .body(new NamedThing("a"))
                        .send())
                .isInstanceOf(ServiceUnavailable.class);
        assertThat(OTHER.asked())
                .hasSize(4)
                .last()
                .extracting(ScriptedHttpServer.RecordedRequest::key)
                .isEqualTo("run:1");
    }

    @Test
    void aServiceThatDoesNotAnswerIsUnavailable() {
        OTHER.respondWith(exchange -> await(new CountDownLatch(1)));

        assertThatThrownBy(() -> asking().post("/internal/things")
                        .body(new NamedThing("a"))
                        .send())
                .isInstanceOf(ServiceUnavailable.class);
    }

    @Test
    void aServiceThatKeepsFailingIsLeftAlone() {
        OTHER.respond(503, "text/plain", "away");
        for (int i = 0; i < 12; i++) {
            assertThatThrownBy(() -> asking().post("/internal/things")
                            .body(new NamedThing("a"))
                            .send())
                    .isInstanceOfSatisfying(
                            ServiceUnavailable.class,
                            refused -> assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(2)));
        }
        assertThat(OTHER.asked()).hasSize(10);
    }

    @Test
    void aLongAnswerIsReadLineByLine() {
        OTHER.respondWith(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 6; i++) {
                exchange.getResponseBody().write(("{\"name\": \"" + i + "\"}\n").getBytes());
                exchange.getResponseBody().flush();
                await(new CountDownLatch(1), 150);
            }
        });

        var names = new ArrayList<String>();
        asking().get("/internal/things").readLines(NamedThing.class, thing -> names.add(thing.name()));

        assertThat(names).containsExactly("0", "1", "2", "3", "4", "5");
    }

    @Test
    void anAnswerThatWasCutIsNoAnswer() {
        OTHER.respondWith(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"name\": \"a\"}\n{\"name\"".getBytes());
            exchange.getResponseBody().flush();
        });

        assertThatThrownBy(() -> asking().get("/internal/things").readLines(NamedThing.class, thing -> {}))
                .isInstanceOf(ServiceUnavailable.class);
    }

    @Test
    void aDocumentIsReadAsItComes() {
        OTHER.respond(200, "application/pdf", "%PDF");

        var content = asking().get("/internal/things").stream(
                MediaType.APPLICATION_PDF, stream -> new String(stream.readAllBytes()));

        assertThat(content).isEqualTo("%PDF");
    }

    private InternalRequestFactory asking() {
        return clients.clientFor("agent-run-service").onBehalfOf(lea);
    }

    private static void await(CountDownLatch never, long millis) {
        try {
            never.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch never) {
        await(never, 2_000);
    }
}
