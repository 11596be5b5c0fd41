package dev.atelier.bench.webhooks;

import dev.atelier.bench.measurement.Percentiles;
import dev.atelier.bench.measurement.ResourceMeter;
import dev.atelier.bench.system.BenchmarkSystem;
import dev.atelier.client.TestUser;
import java.util.LinkedHashMap;
import java.util.Map;

/** One round, in new workspaces. */
final class WebhooksBenchmarkRound {
    private final String name;
    private final WebhooksBenchmarkSizes sizes;
    private final BenchmarkSystem benchmarkSystem;
    private final ResourceMeter meter;
    private final WebhookReceiverServer systems;
    private final TestUser manager;
    private final Map<String, Double> figures = new LinkedHashMap<>();

    WebhooksBenchmarkRound(
            String name,
            WebhooksBenchmarkSizes sizes,
            BenchmarkSystem benchmarkSystem,
            ResourceMeter meter,
            WebhookReceiverServer systems,
            TestUser manager) {
        this.name = name;
        this.sizes = sizes;
        this.benchmarkSystem = benchmarkSystem;
        this.meter = meter;
        this.systems = systems;
        this.manager = manager;
    }

    Map<String, Double> measure() throws InterruptedException {
        burst();
        evenly();
        hanging();
        return figures;
    }

    /** Measures a burst of events to one endpoint. */
    void burst() throws InterruptedException {
        var subscribedWorkspace = listeners(name + "-burst");
        subscribedWorkspace.add(name + "-burst");
        try (var kafkaEventFeeder = facts(subscribedWorkspace)) {
            var before = meter.read();
            var said = kafkaEventFeeder.atOnce(sizes.burst());
            subscribedWorkspace.awaitEach(sizes.burst());
            figures.put("burst_per_s", subscribedWorkspace.perSecond(said));
            figures.putAll(meter.read().since(before).per("delivery", sizes.burst()));
        }
        figures.put("burst_repeats", (double) subscribedWorkspace.repeats());
        figures.put("burst_out_of_order", (double) subscribedWorkspace.disordered());
    }

    private void evenly() throws InterruptedException {
        var subscribedWorkspace = listeners(name + "-even");
        subscribedWorkspace.add(name + "-even");
        int events = WebhooksBenchmarkSizes.PER_SECOND * sizes.evenSeconds();
        try (var kafkaEventFeeder = facts(subscribedWorkspace)) {
            var before = meter.read();
            var said = kafkaEventFeeder.evenly(WebhooksBenchmarkSizes.PER_SECOND, sizes.evenSeconds());
            subscribedWorkspace.awaitEach(events);
            figures.put("at100_p50_ms", subscribedWorkspace.delays(said).p50());
            figures.put("at100_p99_ms", subscribedWorkspace.delays(said).p99());
            var spent = meter.read().since(before).per("delivery", events);
            figures.put("at100_cpu_ms_per_delivery", spent.getOrDefault("cpu_ms_per_delivery", 0.0));
        }
    }

    /** Measures once with responding consumers only and once with a hanging one. */
    private void hanging() throws InterruptedException {
        var subscribedWorkspace = listeners(name + "-many");
        for (var n = 1; n < sizes.endpoints(); n++) {
            subscribedWorkspace.add(name + "-many-" + n);
        }
        int events = sizes.hangingPerSecond() * sizes.hangingSeconds();
        try (var kafkaEventFeeder = facts(subscribedWorkspace)) {
            var well = many(subscribedWorkspace, kafkaEventFeeder, events);
            var takeAway = subscribedWorkspace.addHanging(name);
            var beside = many(subscribedWorkspace, kafkaEventFeeder, 2 * events);
            takeAway.run();
            figures.put("well_p99_ms", well.p99());
            figures.put("hanging_p99_ms", beside.p99());
            figures.put("hanging_p99_ratio", beside.p99() / well.p99());
        }
    }

    private Percentiles many(
            SubscribedWorkspace subscribedWorkspace, KafkaEventFeeder kafkaEventFeeder, int eventsInAll)
            throws InterruptedException {
        var said = kafkaEventFeeder.evenly(sizes.hangingPerSecond(), sizes.hangingSeconds());
        subscribedWorkspace.awaitEach(eventsInAll);
        return subscribedWorkspace.delays(said);
    }

    private SubscribedWorkspace listeners(String workspace) throws InterruptedException {
        var id = manager.person()
                .post("/api/workspaces", Map.of("name", workspace))
                .expect(201)
                .text("id");
        var subscribedWorkspace = new SubscribedWorkspace(manager, id, systems);
        benchmarkSystem.awaitKnown(manager, "/api/workspaces/" + id + "/webhook-endpoints");
        return subscribedWorkspace;
    }

    private KafkaEventFeeder facts(SubscribedWorkspace subscribedWorkspace) {
        return new KafkaEventFeeder(
                benchmarkSystem.stack().kafka().bootstrapServers(), subscribedWorkspace.workspace(), sizes.subjects());
    }
}
