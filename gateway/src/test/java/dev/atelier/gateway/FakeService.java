package dev.atelier.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A service behind the gateway: gives the responses that the test configures, and records requests. */
final class FakeService {
    /** Responds to one request. */
    interface ScriptedResponse {
        void respond(HttpExchange exchange) throws IOException, InterruptedException;
    }

    /** Reads a body instead of recording it. */
    interface RequestBodyConsumer {
        void read(InputStream body) throws IOException;
    }

    record RecordedRequest(String line, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }

    private final String name;
    private HttpServer server;
    private final List<RecordedRequest> received = new CopyOnWriteArrayList<>();
    private volatile ScriptedResponse scene;
    private volatile @Nullable RequestBodyConsumer reading;

    FakeService(String name) {
        this.name = name;
        this.scene = this::hello;
        this.server = start(0);
    }

    private HttpServer start(int port) {
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.createContext("/", this::receive);
            started.start();
            return started;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = read(exchange.getRequestBody());
            received.add(new RecordedRequest(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    body));
            play(exchange);
        }
    }

    private String read(InputStream body) throws IOException {
        var other = reading;
        if (other == null) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
        other.read(body);
        return "";
    }

    /** Applies to all following requests, until it is changed. */
    void readBodyWith(RequestBodyConsumer other) {
        reading = other;
    }

    /** Stops listening at its address. */
    void stop() {
        server.stop(0);
    }

    /** Listens again at the same address. */
    void restart() {
        server = start(server.getAddress().getPort());
    }

    private void play(HttpExchange exchange) throws IOException {
        try {
            scene.respond(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hello(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "application/json", "{\"from\":\"" + name + "\"}");
    }

    static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    int port() {
        return server.getAddress().getPort();
    }

    String address() {
        return "http://127.0.0.1:" + port();
    }

    List<RecordedRequest> received() {
        return List.copyOf(received);
    }

    /** Applies to all following requests; clears the recorded ones. */
    void respondWith(ScriptedResponse next) {
        received.clear();
        reading = null;
        scene = next;
    }

    void respondHello() {
        respondWith(this::hello);
    }
}
