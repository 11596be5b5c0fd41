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
final class MoodyConsumer implements AutoCloseable {
    private final HttpServer server;
    private final Mood mood;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * The kind of failure.
     *
     * @param status of the responses; 0 for no response
     * @param times number of failing requests
     */
    record Mood(int status, int times, @Nullable Duration retryAfter) {}

    /** One delivery, by its stable id. */
    record Call(String id, long nanos) {}

    MoodyConsumer(Mood mood) throws IOException {
        this.mood = mood;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.add(new Call(exchange.getRequestHeaders().getFirst("webhook-id"), System.nanoTime()));
            exchange.getRequestBody().readAllBytes();
            if (calls.size() > mood.times()) {
                exchange.sendResponseHeaders(204, -1);
            } else if (mood.status() == 0) {
                closed.await();
            } else {
                if (mood.retryAfter() != null) {
                    exchange.getResponseHeaders()
                            .set("Retry-After", String.valueOf(mood.retryAfter().toSeconds()));
                }
                exchange.sendResponseHeaders(mood.status(), -1);
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
