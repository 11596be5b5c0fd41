package dev.atelier.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.web.ThingsApplication.SlowRouteControl;
import dev.atelier.testkit.tokens.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Tests that an overloaded service refuses requests before it starts them. */
@WebTest
@TestPropertySource(
        properties = {
            "atelier.web.admission.requests=4",
            "atelier.web.admission.person-percent=50",
            "atelier.web.admission.longest-wait=100ms"
        })
@Timeout(60)
class OverloadTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String lea = TestTokens.of(new UserId(UUID.randomUUID()));
    private final String noah = TestTokens.of(new UserId(UUID.randomUUID()));
    private final String mia = TestTokens.of(new UserId(UUID.randomUUID()));

    @LocalServerPort
    private int port;

    @Test
    void refusesQuicklyAndHasBegunNothing() {
        var begun = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        begun.add(slow(lea));
        begun.add(slow(lea));
        await().until(() -> SlowRouteControl.BEGUN.get() == 2);

        var own = slow(lea).join();
        assertThat(own.statusCode()).isEqualTo(429);
        assertThat(own.body()).contains("urn:atelier:problem:too-many-at-once");
        assertThat(own.headers().firstValue("Retry-After")).hasValue("1");

        begun.add(slow(noah));
        begun.add(slow(noah));
        await().until(() -> SlowRouteControl.BEGUN.get() == 4);

        var refused = slow(mia).join();
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("urn:atelier:problem:overloaded");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.headers().firstValue("Atelier-Overloaded")).hasValue("true");
        assertThat(SlowRouteControl.BEGUN).as("what was refused was not begun").hasValue(4);
        assertThat(ask(to("/actuator/health")).join().statusCode()).isEqualTo(200);

        SlowRouteControl.GOES_ON.release(5);
        assertThat(begun).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(200));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(slow(mia).join().statusCode()).isEqualTo(200));
    }

    private CompletableFuture<HttpResponse<String>> slow(String token) {
        return ask(to("/api/slow").header("Authorization", "Bearer " + token));
    }

    private CompletableFuture<HttpResponse<String>> ask(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .orTimeout(30, TimeUnit.SECONDS);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }
}
