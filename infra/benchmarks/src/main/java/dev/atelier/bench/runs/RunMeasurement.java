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

/** Starts runs and waits for them. */
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
     * The times of runs in sequence.
     *
     * @param own from queued to ended, by the times that the run records
     * @param told from the request that starts the run until its end is consumed from Kafka
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

    /**
     * Runs a number of runs with clients that each start one and wait for its end; returns runs per second from first
     * request to last end.
     */
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
            throw new IllegalStateException("a concurrent client failed", e.getCause());
        }
        long last = heard.stream().mapToLong(Long::longValue).max().orElseThrow();
        return runs * 1e9 / (last - began);
    }
}
