package dev.atelier.bench.webhooks;

import dev.atelier.backing.Progress;
import dev.atelier.bench.Benchmark;
import dev.atelier.bench.Extent;
import dev.atelier.bench.measuring.Machine;
import dev.atelier.bench.measuring.Report;
import dev.atelier.bench.measuring.Rounds;
import dev.atelier.bench.site.Site;
import java.util.Map;

/** From a fact in Kafka to the outside systems that are told. */
public final class WebhooksBenchmark implements Benchmark {
    private static final Map<String, String> ENVIRONMENT = Map.of();

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public String says() {
        return "From a fact in Kafka to the outside systems that are told, and what a hanging one does to the others.";
    }

    @Override
    public Report measure(Extent extent, Progress progress) throws Exception {
        var machine = Machine.here();
        var sizes = new Sizes(
                extent.of(10_000, 1_000),
                extent.of(1_000, 100),
                extent.of(60, 5),
                extent.of(20, 5),
                extent.of(10, 10),
                extent.of(30, 5));
        var rounds = new Rounds();
        try (var site = Site.start(name(), ENVIRONMENT, progress);
                var meter = site.meter();
                var systems = new OutsideSystems()) {
            var manager = site.muster("hooks").register("Mona", "Hooks");
            progress.says("warming up: a burst of " + sizes.burst());
            new WebhooksRound("warm", sizes, site, meter, systems, manager).burst();
            for (var n = 1; n <= extent.rounds(); n++) {
                var figures = new WebhooksRound("round" + n, sizes, site, meter, systems, manager).play();
                progress.says("round %d: %s".formatted(n, figures));
                rounds.add(figures);
            }
        }
        return new Report(name(), rounds.figures(), sizes.asMap(), settings(extent, sizes), machine);
    }

    private static Map<String, Object> settings(Extent extent, Sizes sizes) {
        return Map.of(
                "rounds",
                extent.rounds(),
                "warm_up",
                "a burst of " + sizes.burst(),
                "measured",
                "facts (workspace.project-renamed, a body of about 1 KB) are put into Kafka as an outbox's relay does;"
                        + " from the moment one is handed to Kafka's client to its arrival at the endpoint, both in the"
                        + " benchmark's JVM; rates from the first handed over to the last arrived",
                "hanging",
                "p99 at the endpoints that answer, with one more that answers and with one more that takes connections"
                        + " and never answers; ratio of the two",
                "cpu",
                "of all services and backing parts, without the benchmark's own JVM; the burst",
                "services",
                "as infra/atelier up starts them: first-tier compiler, serial collector, small heaps");
    }
}
