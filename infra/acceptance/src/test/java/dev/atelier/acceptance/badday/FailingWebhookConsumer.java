package dev.atelier.acceptance.badday;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A webhook consumer that fails at first and accepts every later delivery. */
final class FailingWebhookConsumer implements AutoCloseable {
    private final HttpServer server;
    private final FailureMode failureMode;
    private final List<RecordedDelivery> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * The kind of failure.
     *
     * @param status of the responses; 0 for no response
     * @param times number of failing requests
     */
    record FailureMode(int status, int times, @Nullable Duration retryAfter) {}

    /** One delivery, by its stable id. */
    record RecordedDelivery(String id, long nanos) {}

    FailingWebhookConsumer(FailureMode failureMode) throws IOException {
        this.failureMode = failureMode;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    List<RecordedDelivery> calls() {
        return List.copyOf(calls);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.add(new RecordedDelivery(exchange.getRequestHeaders().getFirst("webhook-id"), System.nanoTime()));
            exchange.getRequestBody().readAllBytes();
            if (calls.size() > failureMode.times()) {
                exchange.sendResponseHeaders(204, -1);
            } else if (failureMode.status() == 0) {
                closed.await();
            } else {
                if (failureMode.retryAfter() != null) {
                    exchange.getResponseHeaders()
                            .set(
                                    "Retry-After",
                                    String.valueOf(failureMode.retryAfter().toSeconds()));
                }
                exchange.sendResponseHeaders(failureMode.status(), -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
