package dev.atelier.clients;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A server on this machine that answers requests with examples and records them. */
final class ExampleServer implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    ExampleServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers requests such as {@code GET /api/me} with the JSON of a file next to this class. */
    void answer(String methodAndPath, int status, String example) throws IOException {
        try (var json = Objects.requireNonNull(getClass().getResourceAsStream(example), example)) {
            answers.put(methodAndPath, new Answer(status, "application/json", json.readAllBytes()));
        }
    }

    /** Answers requests with the content of a file. */
    void answer(String methodAndPath, String mediaType, byte[] content) {
        answers.put(methodAndPath, new Answer(200, mediaType, content));
    }

    List<Request> requests() {
        return requests;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var methodAndPath =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            requests.add(new Request(
                    methodAndPath,
                    exchange.getRequestURI().getQuery(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes()));
            var answer = answers.get(methodAndPath);
            if (answer == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", answer.mediaType());
            exchange.sendResponseHeaders(answer.status(), answer.content().length);
            exchange.getResponseBody().write(answer.content());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Answer(int status, String mediaType, byte[] content) {}

    /** A request that was received. */
    record Request(String methodAndPath, @Nullable String query, Headers headers, byte[] body) {
        @Nullable String header(String name) {
            return headers.getFirst(name);
        }
    }
}
