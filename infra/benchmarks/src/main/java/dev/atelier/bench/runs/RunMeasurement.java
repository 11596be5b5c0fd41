package dev.atelier.bench.runs;

import dev.atelier.bench.measurement.Percentiles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Runs that are started and waited for. */
final class RunMeasurement {
    private final RunClient runClient;
    private final RunEndWatcher runEndWatcher;
    private final List<RunWorkspace> desks;

    RunMeasurement(RunClient runClient, RunEndWatcher runEndWatcher, List<RunWorkspace> desks) {
        this.runClient = runClient;
        this.runEndWatcher = runEndWatcher;
        this.desks = desks;
    }

    /**
     * Runs one after the other.
     *
     * @param own from queued to ended by the run's own times
     * @param told from the request that starts it to its end heard on Kafka
     */
    record SequentialTimes(Percentiles own, Percentiles told) {}

    SequentialTimes alone(Function<RunWorkspace, String> agent, int runs) throws InterruptedException {
        var own = new ArrayList<Long>();
        var told = new ArrayList<Long>();
        for (var n = 0; n < runs; n++) {
            var runWorkspace = desks.get(n % desks.size());
            long began = System.nanoTime();
            var run = runClient.start(runWorkspace, agent.apply(runWorkspace), "alone");
            told.add(runEndWatcher.completed(run) - began);
            own.add(runClient.times(runWorkspace, run).nanos());
        }
        return new SequentialTimes(Percentiles.ofNanos(own), Percentiles.ofNanos(told));
    }

    /** So many by clients that each start one and wait for its end; runs a second from the first request to the last end. */
    double atOnce(Function<RunWorkspace, String> agent, int runs, int clients) throws InterruptedException {
        var left = new AtomicInteger(runs);
        var heard = new ConcurrentLinkedQueue<Long>();
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Integer>>();
            for (var client = 0; client < clients; client++) {
                var runWorkspace = desks.get(client % desks.size());
                work.add(() -> {
                    var done = 0;
                    while (left.getAndDecrement() > 0) {
                        heard.add(runEndWatcher.completed(
                                runClient.start(runWorkspace, agent.apply(runWorkspace), "at once")));
                        done++;
                    }
                    return done;
                });
            }
            for (var one : threads.invokeAll(work)) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client of many at once failed", e.getCause());
        }
        long last = heard.stream().mapToLong(Long::longValue).max().orElseThrow();
        return runs * 1e9 / (last - began);
    }
}
