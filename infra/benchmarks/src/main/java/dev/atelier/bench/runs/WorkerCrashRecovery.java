package dev.atelier.bench.runs;

import dev.atelier.bench.system.BenchmarkSystem;
import dev.atelier.client.ApiClient;
import dev.atelier.client.ConditionPoller;
import dev.atelier.load.FakeModelServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures recovery after a crash: two instances execute runs that all wait for the model's second response, which takes two
 * seconds; one instance is killed, and the other one continues all runs.
 */
final class WorkerCrashRecovery {
    private static final int SLOW_TURN = 1;
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final Duration UNTIL_THE_KILL = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(110);
    private static final int FIVE = 5;

    private final BenchmarkSystem benchmarkSystem;
    private final ApiClient manager;
    private final List<RunWorkspace> desks;
    private final FakeModelServer model;
    private final Clock clock = Clock.systemUTC();

    WorkerCrashRecovery(
            BenchmarkSystem benchmarkSystem, ApiClient manager, List<RunWorkspace> desks, FakeModelServer model) {
        this.benchmarkSystem = benchmarkSystem;
        this.manager = manager;
        this.desks = desks;
        this.model = model;
    }

    /** Returns the figures of one kill during that many runs; {@code tag} makes their names unique. */
    Map<String, Double> measure(int runs, String tag) throws InterruptedException {
        try (var second = benchmarkSystem.stack().another("agent-run-service")) {
            var survivor = new RunClient(manager, second.uri());
            model.pause(SLOW_TURN, UNTIL_THE_KILL);
            var started = start(survivor, runs, tag);
            awaitAsked(started, 1);
            var killed = clock.instant();
            try (var _ = benchmarkSystem.stack().outage("agent-run-service")) {
                model.pause(SLOW_TURN, SLOW);
                var ended = awaitEnds(survivor, started);
                model.pause(SLOW_TURN, Duration.ZERO);
                return figures(survivor, started, killed, ended);
            }
        }
    }

    private Map<String, InterruptedRun> start(RunClient runClient, int runs, String tag) {
        var started = new LinkedHashMap<String, InterruptedRun>();
        for (var n = 0; n < runs; n++) {
            var runWorkspace = desks.get(n % desks.size());
            var input = "recovery-%s-%d".formatted(tag, n);
            started.put(
                    input,
                    new InterruptedRun(runWorkspace, runClient.start(runWorkspace, runWorkspace.thinking(), input)));
        }
        return started;
    }

    /** Waits until the slow response of each run was requested at least that often. */
    private void awaitAsked(Map<String, InterruptedRun> started, int times) throws InterruptedException {
        ConditionPoller.until(
                "all runs in the slow step",
                PATIENCE,
                () -> started.keySet().stream().allMatch(input -> asked(input, SLOW_TURN) >= times)
                        ? Optional.of(times)
                        : Optional.empty());
    }

    private long asked(String input, int turn) {
        return model.turns().getOrDefault(input, List.of()).stream()
                .filter(one -> one == turn)
                .count();
    }

    private Instant awaitEnds(RunClient survivor, Map<String, InterruptedRun> started) throws InterruptedException {
        var last = Instant.MIN;
        for (var run : started.values()) {
            var times = ConditionPoller.until(
                    "the end of a run after the kill",
                    PATIENCE,
                    () -> Optional.of(survivor.times(run.desk(), run.id())).filter(RunClient.RunTimes::over));
            last = times.ended().isAfter(last) ? times.ended() : last;
        }
        return last;
    }

    private Map<String, Double> figures(
            RunClient survivor, Map<String, InterruptedRun> started, Instant killed, Instant ended) {
        var figures = new LinkedHashMap<String, Double>();
        figures.put("recovery_s", Duration.between(killed, ended).toMillis() / 1e3);
        long interrupted = started.keySet().stream()
                .filter(input -> asked(input, SLOW_TURN) > 1)
                .count();
        long redone = started.keySet().stream()
                .mapToLong(input -> Math.max(0, asked(input, 0) - 1)
                        + Math.max(0, asked(input, 2) - 1)
                        + asked(input, SLOW_TURN) / 3)
                .sum();
        figures.put("recovery_interrupted", (double) interrupted);
        figures.put("redone", (double) redone + wronglyRecorded(survivor, started));
        return figures;
    }

    /** Returns the runs that have not recorded exactly five steps. */
    private static long wronglyRecorded(RunClient survivor, Map<String, InterruptedRun> started) {
        return started.values().stream()
                .filter(run -> survivor.steps(run.desk(), run.id()) != FIVE)
                .count();
    }

    private record InterruptedRun(RunWorkspace desk, String id) {}
}
