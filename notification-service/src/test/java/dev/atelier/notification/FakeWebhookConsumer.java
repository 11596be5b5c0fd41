package dev.atelier.notification;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A webhook consumer over real HTTP: gives the configured responses, else 204, and records the requests. */
final class FakeWebhookConsumer implements AutoCloseable {
    private final HttpServer server;
    private final Deque<ScriptedResponse> told = new ConcurrentLinkedDeque<>();
    private final List<RecordedDelivery> arrivals = new CopyOnWriteArrayList<>();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile ScriptedResponse always = ScriptedResponse.status(204);
    private volatile @Nullable Webhook webhook;

    /** A configured response. */
    record ScriptedResponse(int status, Map<String, String> headers, String body, Duration after) {
        static ScriptedResponse status(int status) {
            return new ScriptedResponse(status, Map.of(), "", Duration.ZERO);
        }

        static ScriptedResponse with(int status, String header, String value) {
            return new ScriptedResponse(status, Map.of(header, value), "", Duration.ZERO);
        }

        /** Sends one byte every 100 ms, for a minute. */
        static ScriptedResponse dripping() {
            return new ScriptedResponse(200, Map.of("X-Drip", "yes"), "x".repeat(600), Duration.ZERO);
        }

        boolean drips() {
            return headers.containsKey("X-Drip");
        }

        static ScriptedResponse hang() {
            return new ScriptedResponse(204, Map.of(), "", Duration.ofMinutes(1));
        }
    }

    /** A received request. */
    record RecordedDelivery(
            String id, String type, String subject, long sequence, boolean genuine, long nanos, JsonNode body) {}

    FakeWebhookConsumer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?key=query-secret";
    }

    void verifyWith(String secret) {
        try {
            webhook = new Webhook(secret);
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Configures the responses to the next requests, in this order. */
    void next(ScriptedResponse... answers) {
        told.addAll(List.of(answers));
    }

    /** Configures the response to all further requests. */
    void always(ScriptedResponse answer) {
        always = answer;
    }

    List<RecordedDelivery> arrivals() {
        return List.copyOf(arrivals);
    }

    List<Long> sequences(String subject) {
        return arrivals.stream()
                .filter(recordedDelivery -> recordedDelivery.subject().equals(subject))
                .map(RecordedDelivery::sequence)
                .toList();
    }

    int mostAtOnce() {
        return most.get();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            arrivals.add(arrival(exchange, text));
            answer(exchange, told.isEmpty() ? always : told.removeFirst());
        } finally {
            now.decrementAndGet();
        }
    }

    private void answer(HttpExchange exchange, ScriptedResponse answer) throws IOException {
        pause(answer.after());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        if (answer.drips()) {
            drip(exchange, bytes);
        } else {
            exchange.getResponseBody().write(bytes);
        }
    }

    private void drip(HttpExchange exchange, byte[] bytes) throws IOException {
        for (var one : bytes) {
            exchange.getResponseBody().write(one);
            exchange.getResponseBody().flush();
            pause(Duration.ofMillis(100));
        }
    }

    private void pause(Duration time) {
        try {
            var ignored = released.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RecordedDelivery arrival(HttpExchange exchange, String text) {
        var body = JsonMapper.shared().readTree(text);
        var data = body.path("data");
        return new RecordedDelivery(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                body.path("type").asString(""),
                data.path("subject").asString(""),
                data.path("sequence").asLong(0),
                genuine(exchange, text),
                System.nanoTime(),
                body);
    }

    private boolean genuine(HttpExchange exchange, String text) {
        var verifier = webhook;
        if (verifier == null) {
            return false;
        }
        try {
            verifier.verify(text, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true));
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        }
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
    }
}
