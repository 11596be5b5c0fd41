package dev.atelier.bench.workspace;

import dev.atelier.bench.system.RawHttpConnection;
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

/** Polls every service as one member through the gateway, with one connection each. */
final class ServiceAccessProbe implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final int NOT_FOUND = 404;

    private final List<ProbedService> services = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    ServiceAccessProbe(URI gateway, String workspace) throws IOException {
        var path = "/api/workspaces/" + workspace;
        services.add(new ProbedService("workspace-service", path, new RawHttpConnection(gateway)));
        services.add(new ProbedService("agent-run-service", path + "/runs", new RawHttpConnection(gateway)));
        services.add(new ProbedService("report-service", path + "/reports", new RawHttpConnection(gateway)));
        services.add(
                new ProbedService("notification-service", path + "/webhook-endpoints", new RawHttpConnection(gateway)));
    }

    private record ProbedService(String name, String route, RawHttpConnection connection) {}

    /** Waits until no service returns 404, so all know the member. */
    void awaitKnown(String token) throws InterruptedException {
        await(token, false);
    }

    /** Waits until each service returns 404; returns when it first did, in nanoseconds of this JVM. */
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

    private static Callable<Long> until(ProbedService service, String token, boolean refused) {
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
                    throw new IllegalStateException(service.name() + " did not change its response within a minute");
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
