package dev.atelier.report;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Stand-ins for workspace-service and agent-run-service over real HTTP, with the routes that reports need. */
final class FakeServices {
    private static final FakeServices SHARED = new FakeServices();
    private static final String ACTION = """
            {"id":"%s","title":"%s","description":"","state":"OPEN","assignees":["%s"],"due":"2026-01-02",\
            "priority":"HIGH","createdBy":"%s","createdAt":"2026-01-01T00:00:00Z","changedAt":"%s","version":0}
            """;

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile ScriptedResponse actions = FakeServices::unavailable;
    private volatile ScriptedResponse run = FakeServices::unavailable;

    interface ScriptedResponse {
        void play(HttpExchange exchange) throws IOException;
    }

    private FakeServices() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestURI() + " for "
                        + exchange.getRequestHeaders().getFirst("On-Behalf-Of"));
                (exchange.getRequestURI().getPath().endsWith("/actions") ? actions : run).play(exchange);
            }
        });
        server.start();
    }

    static FakeServices shared() {
        return SHARED;
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    void actions(ScriptedResponse scriptedResponse) {
        actions = scriptedResponse;
    }

    void run(ScriptedResponse scriptedResponse) {
        run = scriptedResponse;
    }

    /** One line for each title, all assigned to one person. */
    static ScriptedResponse actionsOf(String assignee, String changedAt, String... titles) {
        var lines = new StringBuilder();
        for (var title : titles) {
            lines.append(ACTION.formatted(assignee, title, assignee, assignee, changedAt));
        }
        return exchange -> answer(exchange, 200, "application/x-ndjson", lines.toString());
    }

    static ScriptedResponse json(String body) {
        return exchange -> answer(exchange, 200, "application/json", body);
    }

    static void unavailable(HttpExchange exchange) throws IOException {
        answer(exchange, 503, "text/plain", "");
    }

    static void notFound(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                404,
                "application/problem+json",
                "{\"type\":\"urn:atelier:problem:not-found\",\"title\":\"Not Found\",\"status\":404,\"detail\":\"There is nothing here.\"}");
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static final class ServiceAddressInitializer
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var address = "http://127.0.0.1:" + SHARED.server.getAddress().getPort();
            TestPropertyValues.of("atelier.services.workspace=" + address, "atelier.services.agent-run=" + address)
                    .applyTo(context);
        }
    }
}
