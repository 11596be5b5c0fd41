package dev.atelier.kit.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Another service: responds as the test defines and records the requests. */
final class ScriptedHttpServer implements AutoCloseable {
    /** The response to a request. */
    interface ScriptedResponse {
        void play(HttpExchange exchange) throws IOException;
    }

    record RecordedRequest(String line, String token, String person, String key) {}

    private final HttpServer server;
    private final List<RecordedRequest> asked = new CopyOnWriteArrayList<>();
    private volatile ScriptedResponse scene = exchange -> answer(exchange, 500, "text/plain", "");

    ScriptedHttpServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                var headers = exchange.getRequestHeaders();
                asked.add(new RecordedRequest(
                        exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                        String.valueOf(headers.getFirst("Authorization")),
                        String.valueOf(headers.getFirst("On-Behalf-Of")),
                        String.valueOf(headers.getFirst("Idempotency-Key"))));
                scene.play(exchange);
            }
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<RecordedRequest> asked() {
        return List.copyOf(asked);
    }

    void respondWith(ScriptedResponse next) {
        asked.clear();
        scene = next;
    }

    void respond(int status, String type, String body) {
        respondWith(exchange -> answer(exchange, status, type, body));
    }

    static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
