package dev.atelier.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class ServiceFailureTest {
    @Autowired
    private GatewayClient door;

    @Autowired
    private CircuitBreakerRegistry breakers;

    /** What other tests sent does not count: half of the last 50 requests must fail for a breaker to open. */
    @BeforeEach
    void ready() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        door.awaitReady();
        GatewayClient.WORKSPACE.respondHello();
    }

    @Test
    void aServiceThatIsDownIsSaidToBeUnavailable() throws Exception {
        GatewayClient.REPORTS.stop();
        var refused = ask("/api/workspaces/1/reports");
        var other = ask("/api/workspaces");
        GatewayClient.REPORTS.restart();

        RoutingTest.expect(refused, 503, "service-unavailable");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(refused.body()).contains("report-service");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(ask("/api/workspaces/1/reports").statusCode()).isEqualTo(200);
    }

    @Test
    void aServiceThatHangsIsSaidToBeLate() throws Exception {
        GatewayClient.NOTICES.respondWith(exchange -> new CountDownLatch(1).await(6, TimeUnit.SECONDS));

        RoutingTest.expect(ask("/api/workspaces/1/webhook-endpoints"), 504, "service-timed-out");
        GatewayClient.NOTICES.respondHello();
    }

    @Test
    void aServiceThatKeepsFailingIsLeftAloneForAWhile() throws Exception {
        GatewayClient.IDENTITY.respondWith(
                exchange -> FakeService.answer(exchange, 503, "application/problem+json", "{}"));
        for (int i = 0; i < 15; i++) {
            assertThat(ask("/api/me").statusCode()).isEqualTo(503);
        }
        assertThat(GatewayClient.IDENTITY.received()).hasSizeLessThan(15);

        GatewayClient.IDENTITY.respondHello();
        await().atMost(Duration.ofSeconds(20)).until(() -> ask("/api/me").statusCode() == 200);
    }

    @Test
    void aServiceThatHasTooMuchToDoIsNoFailureAndGoesOnBeingAsked() throws Exception {
        GatewayClient.NOTICES.respondWith(exchange -> {
            exchange.getResponseHeaders().set("Atelier-Overloaded", "true");
            exchange.getResponseHeaders().set("Retry-After", "1");
            FakeService.answer(
                    exchange, 503, "application/problem+json", "{\"type\":\"urn:atelier:problem:overloaded\"}");
        });
        for (int i = 0; i < 15; i++) {
            var refused = ask("/api/workspaces/1/webhook-endpoints");
            RoutingTest.expect(refused, 503, "overloaded");
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        }
        assertThat(GatewayClient.NOTICES.received()).hasSize(15);

        GatewayClient.NOTICES.respondHello();
        assertThat(ask("/api/workspaces/1/webhook-endpoints").statusCode()).isEqualTo(200);
    }

    @Test
    void aFullServiceRefusesAtOnceAndLeavesTheOthersAlone() throws Exception {
        var go = new CountDownLatch(1);
        var inside = new CountDownLatch(4);
        GatewayClient.WORKSPACE.respondWith(exchange -> {
            inside.countDown();
            go.await(2500, TimeUnit.MILLISECONDS);
            FakeService.answer(exchange, 200, "application/json", "{}");
        });
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<HttpResponse<String>>>();
            for (int i = 0; i < 4; i++) {
                asked.add(clients.submit((Callable<HttpResponse<String>>) () -> ask("/api/workspaces")));
            }
            assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

            RoutingTest.expect(ask("/api/workspaces"), 503, "service-unavailable");
            GatewayClient.RUNS.respondHello();
            assertThat(ask("/api/workspaces/1/runs").statusCode()).isEqualTo(200);
            go.countDown();
            for (var one : asked) {
                assertThat(one.get().statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void aFailureThatTheServiceExplainsPassesAsItIs() throws Exception {
        GatewayClient.WORKSPACE.respondWith(exchange -> FakeService.answer(
                exchange, 500, "application/problem+json", "{\"type\":\"urn:atelier:problem:internal\"}"));

        RoutingTest.expect(ask("/api/workspaces"), 500, "internal");
    }

    private HttpResponse<String> ask(String path) throws Exception {
        return door.send(door.as(GatewayClient.newUser(), path));
    }
}
