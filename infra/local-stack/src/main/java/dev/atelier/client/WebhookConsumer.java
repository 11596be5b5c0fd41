package dev.atelier.client;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A webhook consumer that verifies each delivery with the Standard Webhooks library and keeps the valid ones. */
public final class WebhookConsumer implements AutoCloseable {
    private final String host;
    private final HttpServer server;
    private final Queue<ReceivedWebhook> validBodies = new ConcurrentLinkedQueue<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private volatile @Nullable Webhook secret;

    /** Listens on 127.0.0.1. */
    public WebhookConsumer() throws IOException {
        this("127.0.0.1");
    }

    /** Listens on an address of this machine that notification-service can reach. */
    public WebhookConsumer(String host) throws IOException {
        this.host = host;
        server = HttpServer.create(new InetSocketAddress(host, 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/atelier", this::take);
        server.start();
    }

    public URI address() {
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + "/atelier");
    }

    /** Sets the signing secret that the response to the registration contained, {@code whsec_...}. */
    public void useSecret(String signingSecret) {
        try {
            secret = new Webhook(signingSecret);
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalArgumentException("the endpoint was registered without a secret", e);
        }
    }

    /** One delivery with a valid signature. */
    public record ReceivedWebhook(String id, JsonNode body) {}

    /** Returns the valid deliveries in order of arrival. */
    public List<ReceivedWebhook> deliveries() {
        return List.copyOf(validBodies);
    }

    /** Returns the bodies of the valid deliveries in order of arrival. */
    public List<JsonNode> validBodies() {
        return validBodies.stream().map(ReceivedWebhook::body).toList();
    }

    public List<String> refused() {
        return List.copyOf(refused);
    }

    /** Returns the first valid body of an event type. */
    public Optional<JsonNode> first(String type) {
        return validBodies().stream()
                .filter(body -> body.path("type").asString("").equals(type))
                .findFirst();
    }

    /** Returns the valid bodies about one subject in order of arrival. */
    public List<JsonNode> bodiesAbout(String subject) {
        return validBodies().stream()
                .filter(body -> body.path("data").path("subject").asString("").equals(subject))
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(verified(exchange, body) ? 204 : 401, -1);
        }
    }

    private boolean verified(HttpExchange exchange, String body) {
        var webhook = secret;
        if (webhook == null) {
            refused.add("no secret is known yet");
            return false;
        }
        try {
            webhook.verify(body, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true));
            validBodies.add(new ReceivedWebhook(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    JsonMapper.shared().readTree(body)));
            return true;
        } catch (WebhookVerificationException e) {
            refused.add(String.valueOf(e.getMessage()));
            return false;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
