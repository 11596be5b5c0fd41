package dev.atelier.bench.events;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/** Receives commands of the benchmark in its small services: an HTTP server on loopback with one command per path. */
final class ControlServer implements AutoCloseable {
    private final HttpServer server;

    ControlServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    }

    /** Executes a command with the numbers of the query and returns the response body. */
    interface ControlHandler {
        byte[] carryOut(ControlParameters controlParameters) throws InterruptedException;
    }

    /** The numeric parameters of a query. */
    interface ControlParameters {
        /** Returns a parameter. Throws {@link IllegalArgumentException} if it is missing. */
        int of(String name);
    }

    void on(String path, ControlHandler controlHandler) {
        server.createContext(path, exchange -> {
            try (exchange) {
                var body = controlHandler.carryOut(numbers(exchange.getRequestURI()));
                exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void open() {
        server.start();
    }

    private static ControlParameters numbers(URI asked) {
        var numbers = new TreeMap<String, Integer>();
        if (asked.getQuery() != null) {
            for (var pair : asked.getQuery().split("&", -1)) {
                int equals = pair.indexOf('=');
                numbers.put(pair.substring(0, equals), Integer.parseInt(pair.substring(equals + 1)));
            }
        }
        return name -> Optional.ofNullable(numbers.get(name))
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
