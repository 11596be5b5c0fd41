package dev.atelier.bench.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Webhook consumers at one address: each path returns 204 at once, except those that hang. */
final class WebhookReceiverServer implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, DeliveryArrivals> byPath = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    WebhookReceiverServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/answering/", this::answer);
        server.createContext("/hanging/", this::hang);
        server.start();
    }

    /** Returns the address of a consumer that responds at once. */
    String answering(String name) {
        return address("/answering/" + name);
    }

    /** Returns the address of a consumer that accepts connections and never responds. */
    String hanging(String name) {
        return address("/hanging/" + name);
    }

    /** Returns the arrivals at a responding consumer. */
    DeliveryArrivals at(String name) {
        return arrivals("/answering/" + name);
    }

    private DeliveryArrivals arrivals(String path) {
        return byPath.computeIfAbsent(path, _ -> new DeliveryArrivals());
    }

    private String address(String path) {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            arrivals(exchange.getRequestURI().getPath()).take(body);
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private void hang(HttpExchange exchange) {
        try (exchange) {
            closed.await();
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
