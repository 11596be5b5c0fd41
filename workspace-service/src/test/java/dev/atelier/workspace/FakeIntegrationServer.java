package dev.atelier.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A stub of other systems, over real HTTP: each knows one secret, one account and two repositories. */
final class FakeIntegrationServer implements AutoCloseable {
    static final String SECRET = "tok_0123456789abcdefWXYZ";

    private static final Set<String> SHOWN = Set.of(
            "/github/repos/atelier/site",
            "/gitlab/api/v4/projects/atelier%2Fsite%2Fweb",
            "/forgejo/api/v1/repos/atelier/site",
            "/openproject/api/v3/projects/site");

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);

    FakeIntegrationServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address(String system) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + system;
    }

    /** The paths that were requested with the right secret, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getRawPath();
        switch (path.split("/", -1)[1]) {
            case "hanging" -> block();
            case "broken" -> send(exchange, 500, "out of order");
            case "busy" -> send(exchange, 429, "later");
            case "page" -> send(exchange, 200, "<html>Welcome</html>");
            case "moved" -> {
                exchange.getResponseHeaders().set("Location", address("github/user"));
                send(exchange, 302, "");
            }
            default -> known(exchange, path);
        }
    }

    private void known(HttpExchange exchange, String path) throws IOException {
        if (!authorized(exchange, path)) {
            send(exchange, 401, "{}");
            return;
        }
        asked.add(path);
        switch (path) {
            case "/github/user", "/forgejo/api/v1/user", "/openproject/api/v3/users/me" ->
                send(exchange, 200, "{\"login\": \"lea-martin\"}");
            case "/gitlab/api/v4/user" -> send(exchange, 200, "{\"username\": \"lea-martin\"}");
            case "/other" -> send(exchange, 200, "ready");
            default -> send(exchange, SHOWN.contains(path) ? 200 : 404, "{}");
        }
    }

    private static boolean authorized(HttpExchange exchange, String path) {
        var headers = exchange.getRequestHeaders();
        if (path.startsWith("/gitlab/")) {
            return SECRET.equals(headers.getFirst("PRIVATE-TOKEN"));
        }
        var wanted = path.startsWith("/openproject/")
                ? "Basic " + Base64.getEncoder().encodeToString(("apikey:" + SECRET).getBytes(UTF_8))
                : (path.startsWith("/forgejo/") ? "token " : "Bearer ") + SECRET;
        return wanted.equals(headers.getFirst("Authorization"));
    }

    private void block() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            var bytes = text.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
    }
}
