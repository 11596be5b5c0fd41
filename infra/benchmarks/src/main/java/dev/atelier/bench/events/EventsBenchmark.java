package dev.atelier.bench.events;

import dev.atelier.backing.ProgressListener;
import dev.atelier.bench.measurement.Benchmark;
import dev.atelier.bench.measurement.BenchmarkExtent;
import dev.atelier.bench.measurement.BenchmarkReport;
import dev.atelier.bench.measurement.BenchmarkRounds;
import dev.atelier.bench.measurement.MachineDescription;
import dev.atelier.bench.measurement.ResourceMeter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measures the time from the publisher's commit of an event to the consumer's commit: outbox, relay, Kafka, inbox. */
public final class EventsBenchmark implements Benchmark {
    private static final int PER_SECOND = 100;
    private static final int WRITERS = 16;

    @Override
    public String name() {
        return "events";
    }

    @Override
    public String description() {
        return "From the publisher's commit of an event to the consumer's commit.";
    }

    @Override
    public BenchmarkReport measure(BenchmarkExtent extent, ProgressListener progressListener) throws Exception {
        var machine = MachineDescription.here();
        int seconds = extent.of(60, 5);
        int events = extent.of(20_000, 2_000);
        int warmUp = extent.of(6_000, 1_000);
        var rounds = new BenchmarkRounds();
        try (var eventsBenchmarkSystem = new EventsBenchmarkSystem(progressListener);
                var meter = eventsBenchmarkSystem.meter()) {
            progressListener.report("warming up with %d events at full speed".formatted(warmUp));
            full(eventsBenchmarkSystem, warmUp);
            for (var round = 1; round <= extent.rounds(); round++) {
                var figures = round(eventsBenchmarkSystem, meter, seconds, events);
                progressListener.report("round %d: %s".formatted(round, figures));
                rounds.add(figures);
            }
        }
        return new BenchmarkReport(
                name(),
                rounds.figures(),
                Map.of("at100_s", seconds, "full_events", events, "things", 1_000, "workspaces", 20),
                Map.of(
                        "rounds",
                        extent.rounds(),
                        "warm_up",
                        warmUp + " events at full speed",
                        "measured",
                        "from the publisher's acknowledged commit to the consumer's acknowledged commit, on the machine's"
                                + " clock; full speed: from the first event's commit to the last one's at the consumer",
                        "transaction",
                        "one document changed and one event appended; the consumer changes one document for each",
                        "writers",
                        WRITERS,
                        "services",
                        "two JVMs with service-kit as infra/atelier up starts services; one consuming thread, 3 partitions"),
                machine);
    }

    private static Map<String, Double> round(
            EventsBenchmarkSystem eventsBenchmarkSystem, ResourceMeter meter, int seconds, int events)
            throws InterruptedException {
        var begin = meter.read();
        eventsBenchmarkSystem
                .publisher()
                .sendCommand("/evenly?per-second=%d&seconds=%d".formatted(PER_SECOND, seconds));
        var even = EventTimings.all(eventsBenchmarkSystem, PER_SECOND * seconds);
        var between = meter.read();
        var full = full(eventsBenchmarkSystem, events);
        var end = meter.read();
        var figures = new LinkedHashMap<String, Double>();
        figures.put("at100_p50_ms", even.delays().p50());
        figures.put("at100_p99_ms", even.delays().p99());
        figures.put("at100_longest_ms", even.delays().longest());
        figures.put("full_per_s", full.perSecond());
        figures.put("full_said_per_s", full.publishedPerSecond());
        figures.put("full_p50_ms", full.delays().p50());
        figures.put("full_p99_ms", full.delays().p99());
        figures.putAll(end.since(between).per("event", events));
        between.since(begin)
                .per("event", (long) PER_SECOND * seconds)
                .forEach((name, value) -> figures.put("at100_" + name, value));
        return figures;
    }

    private static EventTimings full(EventsBenchmarkSystem eventsBenchmarkSystem, int events)
            throws InterruptedException {
        eventsBenchmarkSystem.publisher().sendCommand("/full?writers=%d&events=%d".formatted(WRITERS, events));
        return EventTimings.all(eventsBenchmarkSystem, events);
    }
}
