package dev.atelier.acceptance.badday;

import dev.atelier.load.TestWorkspace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** A client that reads from every service repeatedly and records every failed request. */
final class BackgroundReader implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final TestWorkspace testWorkspace;
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final Thread thread;
    private volatile boolean over;

    BackgroundReader(TestWorkspace testWorkspace) {
        this.testWorkspace = testWorkspace;
        this.thread = Thread.ofVirtual().start(this::pollServices);
    }

    private void pollServices() {
        var sights = List.of(
                "/api/me",
                "/api/workspaces",
                testWorkspace.path("/runs?limit=5"),
                testWorkspace.path("/reports?limit=5"),
                testWorkspace.path("/webhook-endpoints"));
        for (int n = 0; !over; n++) {
            readOnce(sights.get(n % sights.size()));
            looks.incrementAndGet();
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void readOnce(String path) {
        try {
            var apiClientResponse = testWorkspace.manager().person().get(path);
            if (apiClientResponse.status() != 200) {
                failures.add(
                        "%s answered %d: %s".formatted(path, apiClientResponse.status(), apiClientResponse.body()));
            }
        } catch (RuntimeException e) {
            failures.add("%s: %s".formatted(path, e));
        }
    }

    /** Waits for that many further requests, to every service in turn. */
    void awaitMoreReads(int more) {
        int wanted = looks.get() + more;
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> looks.get() >= wanted);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        over = true;
        thread.interrupt();
    }
}
