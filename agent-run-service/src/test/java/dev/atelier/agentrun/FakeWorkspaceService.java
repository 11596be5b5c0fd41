package dev.atelier.agentrun;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.atelier.events.id.UuidV7;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stand-in for workspace-service's internal routes over real HTTP: returns the bakery's forty actions and records
 * created ones.
 */
public final class FakeWorkspaceService implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final Map<String, JsonNode> byKey = new ConcurrentHashMap<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private volatile Predicate<RecordedRequest> refused = request -> false;
    private volatile Predicate<RecordedRequest> away = request -> false;
    private volatile Duration pause = Duration.ZERO;

    public FakeWorkspaceService() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns all received requests, in order. */
    public List<RecordedRequest> requests() {
        return requests;
    }

    /** Returns the created actions, one for each idempotency key. */
    public Map<String, JsonNode> created() {
        return byKey;
    }

    public void refuse(Predicate<RecordedRequest> which) {
        refused = which;
    }

    public void beAwayFor(Predicate<RecordedRequest> which) {
        away = which;
    }

    /** Sets the duration of each response. */
    public void takes(Duration time) {
        pause = time;
    }

    public void forget() {
        pause = Duration.ZERO;
        requests.clear();
        byKey.clear();
        refused = request -> false;
        away = request -> false;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var request = new RecordedRequest(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("On-Behalf-Of")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
                    body);
            requests.add(request);
            LockSupport.parkNanos(pause.toNanos());
            if (away.test(request)) {
                send(exchange, 503, "application/problem+json", "{\"type\":\"urn:atelier:problem:unavailable\"}");
            } else if (refused.test(request)) {
                send(
                        exchange,
                        404,
                        "application/problem+json",
                        "{\"type\":\"urn:atelier:problem:not-found\",\"detail\":\"There is nothing here that you may see.\"}");
            } else {
                done(exchange, request);
            }
        }
    }

    private void done(HttpExchange exchange, RecordedRequest request) throws IOException {
        if (request.path().contains("/users")) {
            send(exchange, 200, "application/json", ActionFixtures.names());
        } else if (request.path().matches(".*/projects/[^/]+")) {
            var id = request.path().substring(request.path().lastIndexOf('/') + 1);
            send(exchange, 200, "application/json", "{\"id\":\"" + id + "\",\"name\":\"New web site\"}");
        } else if (request.method().equals("GET")) {
            send(exchange, 200, "application/x-ndjson", ActionFixtures.ndjson());
        } else {
            var stored = byKey.computeIfAbsent(request.key(), key -> created(request));
            send(exchange, 201, "application/json", stored.toString());
        }
    }

    private static JsonNode created(RecordedRequest request) {
        var sent = JSON.readTree(request.body());
        return ActionFixtures.action(UuidV7.next().toString(), sent);
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** A received request. */
    public record RecordedRequest(String method, String path, String onBehalfOf, String key, String body) {
        public boolean creates() {
            return method.equals("POST");
        }
    }
}
