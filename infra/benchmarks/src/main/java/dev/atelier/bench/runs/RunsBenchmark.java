package dev.atelier.bench.runs;

import dev.atelier.backing.ProgressListener;
import dev.atelier.bench.measurement.Benchmark;
import dev.atelier.bench.measurement.BenchmarkExtent;
import dev.atelier.bench.measurement.BenchmarkReport;
import dev.atelier.bench.measurement.BenchmarkRounds;
import dev.atelier.bench.measurement.MachineDescription;
import dev.atelier.bench.measurement.ResourceMeter;
import dev.atelier.bench.system.BenchmarkSystem;
import dev.atelier.load.FakeModelServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures runs of five recorded steps: one at a time, many at once, and after their worker was killed. */
public final class RunsBenchmark implements Benchmark {
    private static final int WORKSPACES = 8;
    private static final int CLIENTS = 64;
    private static final String KILOBYTE = "A sentence as models say many. ".repeat(33);
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "ATELIER_MODELS_ALLOW_PRIVATE_ADDRESSES", "true",
            "ATELIER_RUNS_OPEN_PER_PERSON", "200",
            "ATELIER_ENGINE_RUNS_AT_ONCE", "256");

    @Override
    public String name() {
        return "runs";
    }

    @Override
    public String description() {
        return "Runs of five recorded 1 KB steps with an instant model: one at a time, many at once, after a kill.";
    }

    @Override
    public BenchmarkReport measure(BenchmarkExtent extent, ProgressListener progressListener) throws Exception {
        var machine = MachineDescription.here();
        var sizes = Map.<String, Object>of(
                "alone_runs", extent.of(100, 10),
                "at64_runs", extent.of(2_000, 100),
                "recovery_runs", extent.of(200, 20),
                "workspaces", WORKSPACES);
        int warmUp = extent.of(600, 60);
        var rounds = new BenchmarkRounds();
        try (var benchmarkSystem = BenchmarkSystem.start(name(), ENVIRONMENT, progressListener);
                var meter = benchmarkSystem.meter();
                var thinking = model("recall");
                var searching = model("search_actions");
                var runEndWatcher =
                        new RunEndWatcher(benchmarkSystem.stack().kafka().bootstrapServers())) {
            var testDataFactory = benchmarkSystem.testData("runs");
            var manager = testDataFactory.register("Mona", "Runs");
            var desks = new ArrayList<RunWorkspace>();
            for (var n = 1; n <= WORKSPACES; n++) {
                desks.add(RunWorkspace.of(testDataFactory, manager, "Desk " + n, thinking, searching));
            }
            var runClient =
                    new RunClient(manager.person(), benchmarkSystem.stack().address("agent-run-service"));
            for (var runWorkspace : desks) {
                runEndWatcher.completed(runClient.startOnceKnown(runWorkspace, runWorkspace.searching()));
            }
            var runMeasurement = new RunMeasurement(runClient, runEndWatcher, desks);
            progressListener.report("warming up with %d runs".formatted(2 * warmUp));
            runMeasurement.atOnce(RunWorkspace::thinking, warmUp, CLIENTS);
            runMeasurement.atOnce(RunWorkspace::searching, warmUp, CLIENTS);
            var recovery = new WorkerCrashRecovery(benchmarkSystem, manager.person(), desks, thinking);
            for (var n = 1; n <= extent.rounds(); n++) {
                var figures = carried(runMeasurement, meter, extent);
                figures.putAll(recovery.measure(extent.of(200, 20), "round" + n));
                progressListener.report("round %d: %s".formatted(n, figures));
                rounds.add(figures);
            }
        }
        return new BenchmarkReport(name(), rounds.figures(), sizes, settings(extent, 2 * warmUp), machine);
    }

    private static FakeModelServer model(String tool) throws java.io.IOException {
        var call = new FakeModelServer.ScriptedToolCall(tool, "{}", KILOBYTE);
        return new FakeModelServer(List.of(call, call), KILOBYTE, Duration.ZERO);
    }

    private static Map<String, Double> carried(
            RunMeasurement runMeasurement, ResourceMeter meter, BenchmarkExtent extent) throws InterruptedException {
        var figures = new LinkedHashMap<String, Double>();
        var sequentialTimes = runMeasurement.alone(RunWorkspace::thinking, extent.of(100, 10));
        figures.put("alone_p50_ms", sequentialTimes.own().p50());
        figures.put("alone_p99_ms", sequentialTimes.own().p99());
        figures.put("alone_told_p50_ms", sequentialTimes.told().p50());
        int runs = extent.of(2_000, 100);
        var before = meter.read();
        figures.put("at64_per_s", runMeasurement.atOnce(RunWorkspace::thinking, runs, CLIENTS));
        figures.putAll(meter.read().since(before).per("run", runs));
        var searching = runMeasurement.alone(RunWorkspace::searching, extent.of(100, 10));
        figures.put("searching_alone_p50_ms", searching.own().p50());
        before = meter.read();
        figures.put("searching_at64_per_s", runMeasurement.atOnce(RunWorkspace::searching, runs / 2, CLIENTS));
        var spent = meter.read().since(before).per("run", runs / 2);
        figures.put("searching_cpu_ms_per_run", spent.getOrDefault("cpu_ms_per_run", 0.0));
        return figures;
    }

    private static Map<String, Object> settings(BenchmarkExtent extent, int warmUp) {
        return Map.of(
                "rounds",
                extent.rounds(),
                "warm_up",
                warmUp + " runs",
                "run",
                "three responses of a model that responds at once over HTTP (1 KB each) and two tool results between"
                        + " them. The tool does not exist, so the engine itself records a result; searching: the tool is"
                        + " search_actions at workspace-service, with a result of about 1 KB",
                "alone",
                "one after the other; from queued to ended by the run's own times; told: from the request that starts it"
                        + " until RunCompleted is consumed from Kafka",
                "at64",
                "64 clients over 8 workspaces, each starts a run at agent-run-service and waits for its RunCompleted on"
                        + " Kafka before the next; from the first request to the last consumed end",
                "recovery",
                "two instances; all runs wait for the model's second response, which takes 2 s when repeated, when one"
                        + " instance is killed with -9; from the kill to the last run's end by its own time. redone: recorded"
                        + " responses of the model that were requested again, and runs without exactly five steps",
                "cpu",
                "of all services and backing parts, without the benchmark's own JVM, which runs the fake model",
                "environment",
                ENVIRONMENT);
    }
}
