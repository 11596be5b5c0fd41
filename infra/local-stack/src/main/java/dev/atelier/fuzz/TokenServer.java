package dev.atelier.fuzz;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.atelier.client.ApiClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Serves a valid token of a user to another process of this machine. */
final class TokenServer implements AutoCloseable {
    private final ApiClient apiClient;
    private final HttpServer server;

    TokenServer(ApiClient apiClient) throws IOException {
        this.apiClient = apiClient;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::serveToken);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
    }

    private void serveToken(HttpExchange exchange) throws IOException {
        try (exchange) {
            var token = Objects.requireNonNull(apiClient.token()).getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, token.length);
            exchange.getResponseBody().write(token);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
