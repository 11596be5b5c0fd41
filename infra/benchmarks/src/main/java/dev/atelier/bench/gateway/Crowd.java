package dev.atelier.bench.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Many connections that ask without a pause. */
final class Crowd {
    private Crowd() {}

    /** How many answers came. */
    static long ask(Course course, int connections, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var asking = new ArrayList<Callable<Long>>();
            for (var i = 0; i < connections; i++) {
                asking.add(() -> until(course, end));
            }
            long answers = 0;
            for (var one : threads.invokeAll(asking)) {
                answers += one.get();
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a connection of the crowd failed", e.getCause());
        }
    }

    private static long until(Course course, long end) throws IOException {
        try (var asker = course.open()) {
            long answers = 0;
            while (System.nanoTime() < end) {
                asker.ask();
                answers++;
            }
            return answers;
        }
    }
}
