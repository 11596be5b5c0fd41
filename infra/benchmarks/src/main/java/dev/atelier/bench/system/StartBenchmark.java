package dev.atelier.bench.system;

import dev.atelier.backing.ProgressListener;
import dev.atelier.bench.measurement.Benchmark;
import dev.atelier.bench.measurement.BenchmarkExtent;
import dev.atelier.bench.measurement.BenchmarkReport;
import dev.atelier.bench.measurement.BenchmarkRounds;
import dev.atelier.bench.measurement.MachineDescription;
import dev.atelier.bench.measurement.ResourceMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Measures the first start, the next one, and the memory of all processes. */
public final class StartBenchmark implements Benchmark {
    private static final Duration SETTLING = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String description() {
        return "Cold and warm start of the whole system, and the memory of each process.";
    }

    @Override
    public BenchmarkReport measure(BenchmarkExtent extent, ProgressListener progressListener) throws Exception {
        var machine = MachineDescription.here();
        var rounds = new BenchmarkRounds();
        for (var n = 1; n <= extent.rounds(); n++) {
            var figures = round(progressListener);
            progressListener.report("round %d: %s".formatted(n, figures));
            rounds.add(figures);
        }
        return new BenchmarkReport(
                name(),
                rounds.figures(),
                Map.of("processes", 11),
                Map.of(
                        "rounds",
                        extent.rounds(),
                        "warm_up",
                        "none: the first start of a round is the cold one",
                        "cold",
                        "nothing is kept: services are unpacked, databases made, the realm imported. Services are built and"
                                + " MongoDB's and Keycloak's programs fetched",
                        "warm",
                        "the next start, with data and with the archives of loaded classes that the first orderly end left",
                        "measured",
                        "from the start of infra/atelier up's own JVM until it says that all is ready",
                        "memory",
                        "resident sets %d s after the warm start, the starting program's included"
                                .formatted(SETTLING.toSeconds())),
                machine);
    }

    private static Map<String, Double> round(ProgressListener progressListener) throws Exception {
        var figures = new LinkedHashMap<String, Double>();
        try (var firstStartInstallation = new FirstStartInstallation()) {
            try (var cold = firstStartInstallation.up(progressListener)) {
                figures.put("cold_s", cold.seconds());
                spent(cold, "cold", figures);
                progressListener.report(
                        "cold: %.1f s; stopping, which keeps archives of the classes".formatted(cold.seconds()));
            }
            try (var warm = firstStartInstallation.up(progressListener)) {
                figures.put("warm_s", warm.seconds());
                spent(warm, "warm", figures);
                Thread.sleep(SETTLING);
                memory(warm, figures);
            }
        }
        return figures;
    }

    private static void spent(
            FirstStartInstallation.StartedInstallation startedInstallation, String which, Map<String, Double> figures) {
        try (var meter = new ResourceMeter(
                () -> pids(startedInstallation),
                startedInstallation.running().lastState().getOrDefault("mongodb.address", ""))) {
            var reading = meter.read();
            figures.put(which + "_cpu_s", reading.cpu().total().toMillis() / 1e3);
            figures.put(which + "_journal_writes", (double) reading.journal().records());
        }
    }

    private static void memory(
            FirstStartInstallation.StartedInstallation startedInstallation, Map<String, Double> figures) {
        var total = 0.0;
        for (var part : pids(startedInstallation).entrySet()) {
            double megabytes = ResidentMemory.megabytes(part.getValue());
            figures.put(part.getKey().replace('-', '_') + "_mb", megabytes);
            total += megabytes;
        }
        figures.put("total_mb", total);
    }

    private static Map<String, Long> pids(FirstStartInstallation.StartedInstallation startedInstallation) {
        var pids = new TreeMap<String, Long>();
        startedInstallation.running().lastState().forEach((key, value) -> {
            if (key.endsWith(".pid")) {
                pids.put(key.substring(0, key.length() - ".pid".length()), Long.parseLong(value));
            }
        });
        return pids;
    }
}
