package dev.atelier.bench.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Sends requests over many connections without pause. */
final class ConcurrentRequests {
    private ConcurrentRequests() {}

    /** Returns the number of responses. */
    static long ask(RequestVariant requestVariant, int connections, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var asking = new ArrayList<Callable<Long>>();
            for (var i = 0; i < connections; i++) {
                asking.add(() -> until(requestVariant, end));
            }
            long answers = 0;
            for (var one : threads.invokeAll(asking)) {
                answers += one.get();
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a concurrent connection failed", e.getCause());
        }
    }

    private static long until(RequestVariant requestVariant, long end) throws IOException {
        try (var variantConnection = requestVariant.open()) {
            long answers = 0;
            while (System.nanoTime() < end) {
                variantConnection.ask();
                answers++;
            }
            return answers;
        }
    }
}
