package dev.atelier.bench.webhooks;

import dev.atelier.bench.measuring.Meter;
import dev.atelier.bench.measuring.Percentiles;
import dev.atelier.bench.site.Site;
import dev.atelier.client.Registered;
import java.util.LinkedHashMap;
import java.util.Map;

/** One round, in workspaces of its own. */
final class WebhooksRound {
    private final String name;
    private final Sizes sizes;
    private final Site site;
    private final Meter meter;
    private final OutsideSystems systems;
    private final Registered manager;
    private final Map<String, Double> figures = new LinkedHashMap<>();

    WebhooksRound(String name, Sizes sizes, Site site, Meter meter, OutsideSystems systems, Registered manager) {
        this.name = name;
        this.sizes = sizes;
        this.site = site;
        this.meter = meter;
        this.systems = systems;
        this.manager = manager;
    }

    Map<String, Double> play() throws InterruptedException {
        burst();
        evenly();
        hanging();
        return figures;
    }

    /** Many events at once to one endpoint. */
    void burst() throws InterruptedException {
        var listeners = listeners(name + "-burst");
        listeners.add(name + "-burst");
        try (var facts = facts(listeners)) {
            var before = meter.read();
            var said = facts.atOnce(sizes.burst());
            listeners.awaitEach(sizes.burst());
            figures.put("burst_per_s", listeners.perSecond(said));
            figures.putAll(meter.read().since(before).per("delivery", sizes.burst()));
        }
        figures.put("burst_repeats", (double) listeners.repeats());
        figures.put("burst_out_of_order", (double) listeners.disordered());
    }

    private void evenly() throws InterruptedException {
        var listeners = listeners(name + "-even");
        listeners.add(name + "-even");
        int events = Sizes.PER_SECOND * sizes.evenSeconds();
        try (var facts = facts(listeners)) {
            var before = meter.read();
            var said = facts.evenly(Sizes.PER_SECOND, sizes.evenSeconds());
            listeners.awaitEach(events);
            figures.put("at100_p50_ms", listeners.delays(said).p50());
            figures.put("at100_p99_ms", listeners.delays(said).p99());
            var spent = meter.read().since(before).per("delivery", events);
            figures.put("at100_cpu_ms_per_delivery", spent.getOrDefault("cpu_ms_per_delivery", 0.0));
        }
    }

    /** Once all answer, once one hangs beside them. */
    private void hanging() throws InterruptedException {
        var listeners = listeners(name + "-many");
        for (var n = 1; n < sizes.endpoints(); n++) {
            listeners.add(name + "-many-" + n);
        }
        int events = sizes.hangingPerSecond() * sizes.hangingSeconds();
        try (var facts = facts(listeners)) {
            var well = many(listeners, facts, events);
            var takeAway = listeners.addHanging(name);
            var beside = many(listeners, facts, 2 * events);
            takeAway.run();
            figures.put("well_p99_ms", well.p99());
            figures.put("hanging_p99_ms", beside.p99());
            figures.put("hanging_p99_ratio", beside.p99() / well.p99());
        }
    }

    private Percentiles many(Listeners listeners, Facts facts, int eventsInAll) throws InterruptedException {
        var said = facts.evenly(sizes.hangingPerSecond(), sizes.hangingSeconds());
        listeners.awaitEach(eventsInAll);
        return listeners.delays(said);
    }

    private Listeners listeners(String workspace) throws InterruptedException {
        var id = manager.person()
                .post("/api/workspaces", Map.of("name", workspace))
                .expect(201)
                .text("id");
        var listeners = new Listeners(manager, id, systems);
        site.awaitKnown(manager, "/api/workspaces/" + id + "/webhook-endpoints");
        return listeners;
    }

    private Facts facts(Listeners listeners) {
        return new Facts(site.stack().kafka().bootstrapServers(), listeners.workspace(), sizes.subjects());
    }
}
