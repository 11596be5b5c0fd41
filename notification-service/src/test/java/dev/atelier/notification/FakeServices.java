package dev.atelier.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The services whose data mails contain, over real HTTP: each path gives the response that the test configures, else
 * 404.
 */
public final class FakeServices {
    private static final FakeServices SHARED = new FakeServices();

    private final HttpServer server;
    private final Map<String, ResponseScript> scenes = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** Responds to one request. */
    public interface ResponseScript {
        void respond(HttpExchange exchange) throws IOException;
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
                var path = exchange.getRequestURI().getPath();
                asked.add(path + " for " + exchange.getRequestHeaders().getFirst("On-Behalf-Of"));
                scenes.getOrDefault(path, problem(404, "not-found")).respond(exchange);
            }
        });
        server.start();
    }

    public static FakeServices shared() {
        return SHARED;
    }

    public void at(String path, ResponseScript responseScript) {
        scenes.put(path, responseScript);
    }

    public List<String> asked() {
        return List.copyOf(asked);
    }

    public static ResponseScript json(String body) {
        return exchange -> answer(exchange, 200, "application/json", body);
    }

    public static ResponseScript pdf(String body) {
        return exchange -> answer(exchange, 200, "application/pdf", body);
    }

    public static ResponseScript problem(int status, String fact) {
        return exchange -> answer(
                exchange,
                status,
                "application/problem+json",
                "{\"type\":\"urn:atelier:problem:%s\",\"status\":%d,\"detail\":\"No.\"}".formatted(fact, status));
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Sets the address of this server for all other services. */
    public static final class ServiceAddressInitializer
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var address = "http://127.0.0.1:" + SHARED.server.getAddress().getPort();
            TestPropertyValues.of(
                            "atelier.services.identity=" + address,
                            "atelier.services.workspace=" + address,
                            "atelier.services.agent-run=" + address,
                            "atelier.services.report=" + address)
                    .applyTo(context);
        }
    }
}
