package dev.atelier.bench.webhooks;

import dev.atelier.backing.ProgressListener;
import dev.atelier.bench.measurement.Benchmark;
import dev.atelier.bench.measurement.BenchmarkExtent;
import dev.atelier.bench.measurement.BenchmarkReport;
import dev.atelier.bench.measurement.BenchmarkRounds;
import dev.atelier.bench.measurement.MachineDescription;
import dev.atelier.bench.system.BenchmarkSystem;
import java.util.Map;

/** Measures the time from an event in Kafka to its arrival at webhook consumers. */
public final class WebhooksBenchmark implements Benchmark {
    private static final Map<String, String> ENVIRONMENT = Map.of();

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public String description() {
        return "From an event in Kafka to the webhook consumers, and the effect of a hanging consumer on the others.";
    }

    @Override
    public BenchmarkReport measure(BenchmarkExtent extent, ProgressListener progressListener) throws Exception {
        var machine = MachineDescription.here();
        var sizes = new WebhooksBenchmarkSizes(
                extent.of(10_000, 1_000),
                extent.of(1_000, 100),
                extent.of(60, 5),
                extent.of(20, 5),
                extent.of(10, 10),
                extent.of(30, 5));
        var rounds = new BenchmarkRounds();
        try (var benchmarkSystem = BenchmarkSystem.start(name(), ENVIRONMENT, progressListener);
                var meter = benchmarkSystem.meter();
                var systems = new WebhookReceiverServer()) {
            var manager = benchmarkSystem.testData("hooks").register("Mona", "Hooks");
            progressListener.report("warming up: a burst of " + sizes.burst());
            new WebhooksBenchmarkRound("warm", sizes, benchmarkSystem, meter, systems, manager).burst();
            for (var n = 1; n <= extent.rounds(); n++) {
                var figures = new WebhooksBenchmarkRound("round" + n, sizes, benchmarkSystem, meter, systems, manager)
                        .measure();
                progressListener.report("round %d: %s".formatted(n, figures));
                rounds.add(figures);
            }
        }
        return new BenchmarkReport(name(), rounds.figures(), sizes.asMap(), settings(extent, sizes), machine);
    }

    private static Map<String, Object> settings(BenchmarkExtent extent, WebhooksBenchmarkSizes sizes) {
        return Map.of(
                "rounds",
                extent.rounds(),
                "warm_up",
                "a burst of " + sizes.burst(),
                "measured",
                "events (workspace.project-renamed, a body of about 1 KB) are published to Kafka as an outbox relay does;"
                        + " from the moment one is handed to Kafka's client to its arrival at the endpoint, both in the"
                        + " benchmark's JVM; rates from the first handed over to the last arrived",
                "hanging",
                "p99 at the endpoints that respond, with one more that responds and with one more that accepts connections"
                        + " and never responds; ratio of the two",
                "cpu",
                "of all services and backing parts, without the benchmark's own JVM; the burst",
                "services",
                "as infra/atelier up starts them: first-tier compiler, serial collector, small heaps");
    }
}
