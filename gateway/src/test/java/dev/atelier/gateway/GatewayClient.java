package dev.atelier.gateway;

import dev.atelier.events.id.UserId;
import dev.atelier.testkit.tokens.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A client of the gateway under test, and the services behind it. */
@TestConfiguration(proxyBeanMethods = false)
class GatewayClient {
    static final FakeService IDENTITY = new FakeService("identity-service");
    static final FakeService WORKSPACE = new FakeService("workspace-service");
    static final FakeService RUNS = new FakeService("agent-run-service");
    static final FakeService REPORTS = new FakeService("report-service");
    static final FakeService NOTICES = new FakeService("notification-service");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectProvider<ServletWebServerApplicationContext> context;

    GatewayClient(ObjectProvider<ServletWebServerApplicationContext> context) {
        this.context = context;
    }

    @Bean
    static DynamicPropertyRegistrar servicesOfTheTest() {
        return registry -> {
            registry.add("atelier.services.identity", IDENTITY::address);
            registry.add("atelier.services.workspace", WORKSPACE::address);
            registry.add("atelier.services.agent-run", RUNS::address);
            registry.add("atelier.services.report", REPORTS::address);
            registry.add("atelier.services.notification", NOTICES::address);
        };
    }

    static UserId newUser() {
        return new UserId(UUID.randomUUID());
    }

    HttpRequest.Builder to(String path) {
        var server = context.getObject().getWebServer();
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + Objects.requireNonNull(server).getPort() + path));
    }

    HttpRequest.Builder as(UserId person, String path) {
        return with(TestTokens.of(person), path);
    }

    HttpRequest.Builder with(String token, String path) {
        return to(path).header("Authorization", TestTokens.bearer(token));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<InputStream> open(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    void awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> send(to("/actuator/health/readiness")).statusCode() == 200);
    }
}
