package dev.atelier.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.testkit.tokens.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;

/**
 * Two instances of the gateway, as behind a load balancer. To see the test fail, let
 * {@code RateLimitUsageConsumer.take} ignore the records of other instances: the second instance then admits more than
 * the limit.
 */
@GatewayTest
class MultiInstanceRateLimitTest {
    private static final int ALLOWED = 30;

    @Autowired
    private GatewayClient door;

    @Autowired
    private ConfigurableEnvironment settings;

    private final HttpClient http = HttpClient.newHttpClient();
    private ServletWebServerApplicationContext another;

    @BeforeEach
    void two() {
        door.awaitReady();
        GatewayClient.WORKSPACE.respondHello();
        var application = new SpringApplication(GatewayApplication.class);
        application.addInitializers(context -> sameAs(context.getEnvironment().getPropertySources()));
        another = (ServletWebServerApplicationContext) application.run("--server.port=0");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> atAnother("/actuator/health/readiness", TestTokens.of(GatewayClient.newUser()))
                                .statusCode()
                        == 200);
    }

    @AfterEach
    void one() {
        another.close();
    }

    @Test
    void aLimitIsOneAtAllInstances() throws Exception {
        var token = TestTokens.of(GatewayClient.newUser());
        for (var asked = 0; asked < 20; asked++) {
            assertThat(door.send(door.with(token, "/api/workspaces")).statusCode())
                    .isEqualTo(200);
        }

        var let = new AtomicInteger();
        await().pollInterval(Duration.ofMillis(200)).until(() -> refused(token, let));

        assertThat(let).hasValueLessThan(ALLOWED);
    }

    private boolean refused(String token, AtomicInteger let) throws Exception {
        if (atAnother("/api/workspaces", token).statusCode() == 429) {
            return true;
        }
        let.incrementAndGet();
        return false;
    }

    private void sameAs(MutablePropertySources sources) {
        settings.getPropertySources().stream().toList().reversed().forEach(sources::addFirst);
    }

    private HttpResponse<String> atAnother(String path, String token) throws Exception {
        var address = URI.create("http://127.0.0.1:" + another.getWebServer().getPort() + path);
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", TestTokens.bearer(token))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
