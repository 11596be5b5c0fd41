package dev.atelier.bench.removal;

import dev.atelier.bench.site.Connection;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks every service as one member, by the gateway: one connection each. */
final class Refusals implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final int NOT_FOUND = 404;

    private final List<Asked> services = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Refusals(URI gateway, String workspace) throws IOException {
        var path = "/api/workspaces/" + workspace;
        services.add(new Asked("workspace-service", path, new Connection(gateway)));
        services.add(new Asked("agent-run-service", path + "/runs", new Connection(gateway)));
        services.add(new Asked("report-service", path + "/reports", new Connection(gateway)));
        services.add(new Asked("notification-service", path + "/webhook-endpoints", new Connection(gateway)));
    }

    private record Asked(String name, String route, Connection connection) {}

    /** Waits until no service answers not found: all know the member. */
    void awaitKnown(String token) throws InterruptedException {
        await(token, false);
    }

    /** Waits until each service answers not found; when it first did, in nanoseconds of this JVM. */
    Map<String, Long> awaitRefused(String token) throws InterruptedException {
        return await(token, true);
    }

    private Map<String, Long> await(String token, boolean refused) throws InterruptedException {
        var waiting = new LinkedHashMap<String, Future<Long>>();
        services.forEach(service -> waiting.put(service.name(), threads.submit(until(service, token, refused))));
        var moments = new LinkedHashMap<String, Long>();
        for (var one : waiting.entrySet()) {
            try {
                moments.put(one.getKey(), one.getValue().get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(one.getKey() + " could not be asked", e.getCause());
            }
        }
        return moments;
    }

    private static Callable<Long> until(Asked service, String token, boolean refused) {
        return () -> {
            var connection = service.connection();
            var request = connection.get(service.route(), token);
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (true) {
                connection.ready();
                boolean found = connection.ask(request) != NOT_FOUND;
                long now = System.nanoTime();
                if (found != refused) {
                    return now;
                }
                if (now > end) {
                    throw new IllegalStateException(service.name() + " did not change its mind within a minute");
                }
                Thread.sleep(PAUSE);
            }
        };
    }

    @Override
    public void close() throws IOException {
        threads.close();
        for (var service : services) {
            service.connection().close();
        }
    }
}
