package dev.atelier.bench.runs;

import dev.atelier.backing.Progress;
import dev.atelier.bench.Benchmark;
import dev.atelier.bench.Extent;
import dev.atelier.bench.measuring.Machine;
import dev.atelier.bench.measuring.Meter;
import dev.atelier.bench.measuring.Report;
import dev.atelier.bench.measuring.Rounds;
import dev.atelier.bench.site.Site;
import dev.atelier.load.StandInModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs of five recorded steps: alone, many at once, and after the death of their worker. */
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
    public String says() {
        return "Runs of five recorded 1 KB steps with an instant model: alone, many at once, after a kill.";
    }

    @Override
    public Report measure(Extent extent, Progress progress) throws Exception {
        var machine = Machine.here();
        var sizes = Map.<String, Object>of(
                "alone_runs", extent.of(100, 10),
                "at64_runs", extent.of(2_000, 100),
                "recovery_runs", extent.of(200, 20),
                "workspaces", WORKSPACES);
        int warmUp = extent.of(600, 60);
        var rounds = new Rounds();
        try (var site = Site.start(name(), ENVIRONMENT, progress);
                var meter = site.meter();
                var thinking = model("recall");
                var searching = model("search_actions");
                var endings = new Endings(site.stack().kafka().bootstrapServers())) {
            var muster = site.muster("runs");
            var manager = muster.register("Mona", "Runs");
            var desks = new ArrayList<Desk>();
            for (var n = 1; n <= WORKSPACES; n++) {
                desks.add(Desk.of(muster, manager, "Desk " + n, thinking, searching));
            }
            var starter = new Starter(manager.person(), site.stack().address("agent-run-service"));
            for (var desk : desks) {
                endings.completed(starter.startOnceKnown(desk, desk.searching()));
            }
            var carried = new Carried(starter, endings, desks);
            progress.says("warming up with %d runs".formatted(2 * warmUp));
            carried.atOnce(Desk::thinking, warmUp, CLIENTS);
            carried.atOnce(Desk::searching, warmUp, CLIENTS);
            var recovery = new Recovery(site, manager.person(), desks, thinking);
            for (var n = 1; n <= extent.rounds(); n++) {
                var figures = carried(carried, meter, extent);
                figures.putAll(recovery.play(extent.of(200, 20), "round" + n));
                progress.says("round %d: %s".formatted(n, figures));
                rounds.add(figures);
            }
        }
        return new Report(name(), rounds.figures(), sizes, settings(extent, 2 * warmUp), machine);
    }

    private static StandInModel model(String tool) throws java.io.IOException {
        var call = new StandInModel.Call(tool, "{}", KILOBYTE);
        return new StandInModel(List.of(call, call), KILOBYTE, Duration.ZERO);
    }

    private static Map<String, Double> carried(Carried carried, Meter meter, Extent extent)
            throws InterruptedException {
        var figures = new LinkedHashMap<String, Double>();
        var alone = carried.alone(Desk::thinking, extent.of(100, 10));
        figures.put("alone_p50_ms", alone.own().p50());
        figures.put("alone_p99_ms", alone.own().p99());
        figures.put("alone_told_p50_ms", alone.told().p50());
        int runs = extent.of(2_000, 100);
        var before = meter.read();
        figures.put("at64_per_s", carried.atOnce(Desk::thinking, runs, CLIENTS));
        figures.putAll(meter.read().since(before).per("run", runs));
        var searching = carried.alone(Desk::searching, extent.of(100, 10));
        figures.put("searching_alone_p50_ms", searching.own().p50());
        before = meter.read();
        figures.put("searching_at64_per_s", carried.atOnce(Desk::searching, runs / 2, CLIENTS));
        var spent = meter.read().since(before).per("run", runs / 2);
        figures.put("searching_cpu_ms_per_run", spent.getOrDefault("cpu_ms_per_run", 0.0));
        return figures;
    }

    private static Map<String, Object> settings(Extent extent, int warmUp) {
        return Map.of(
                "rounds",
                extent.rounds(),
                "warm_up",
                warmUp + " runs",
                "run",
                "three answers of a model that answers at once over HTTP (1 KB each) and two answers for a tool between"
                        + " them. The tool does not exist, so the engine itself answers and records; searching: the tool is"
                        + " search_actions, asked at workspace-service, with about 1 KB found",
                "alone",
                "one after the other; from queued to ended by the run's own times; told: from the request that starts it"
                        + " to RunCompleted heard on Kafka",
                "at64",
                "64 clients over 8 workspaces, each starts a run at agent-run-service and waits for its RunCompleted on"
                        + " Kafka before the next; from the first request to the last end heard",
                "recovery",
                "two instances; all runs are in the model's second answer, which takes 2 s when asked again, when one"
                        + " instance is killed with -9; from the kill to the last run's end by its own time. redone: recorded"
                        + " answers of the model that were asked for again, and runs without exactly five steps",
                "cpu",
                "of all services and backing parts, without the benchmark's own JVM, which plays the model",
                "environment",
                ENVIRONMENT);
    }
}
