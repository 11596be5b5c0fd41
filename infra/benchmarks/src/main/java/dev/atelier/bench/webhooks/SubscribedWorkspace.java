package dev.atelier.bench.webhooks;

import dev.atelier.bench.measurement.Percentiles;
import dev.atelier.client.ConditionPoller;
import dev.atelier.client.TestUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workspace whose events are delivered to webhook consumers. */
final class SubscribedWorkspace {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final TestUser manager;
    private final String workspace;
    private final WebhookReceiverServer systems;
    private final List<String> names = new ArrayList<>();

    SubscribedWorkspace(TestUser manager, String workspace, WebhookReceiverServer systems) {
        this.manager = manager;
        this.workspace = workspace;
        this.systems = systems;
    }

    String workspace() {
        return workspace;
    }

    /** Registers a consumer that responds. */
    void add(String name) {
        register(systems.answering(name));
        names.add(name);
    }

    /** Registers a consumer that hangs; closing the result removes it. */
    Runnable addHanging(String name) {
        var endpoint = register(systems.hanging(name));
        return () -> {
            var path = path() + "/" + endpoint;
            var tag = manager.person().get(path).expect(200).etag();
            manager.person()
                    .request("DELETE", path, null, Map.of("If-Match", tag))
                    .expect(204);
        };
    }

    private String register(String url) {
        return manager.person()
                .post(path(), Map.of("url", url, "description", "a benchmark's", "events", List.of("workspace.*")))
                .expect(201)
                .text("id");
    }

    private String path() {
        return "/api/workspaces/" + workspace + "/webhook-endpoints";
    }

    /** Waits until each responding consumer has received that many events in total. */
    void awaitEach(int events) throws InterruptedException {
        ConditionPoller.until(
                events + " events at each endpoint",
                PATIENCE,
                () -> names.stream().allMatch(name -> systems.at(name).count() >= events)
                        ? Optional.of(events)
                        : Optional.empty());
    }

    /** Returns the times from publication to first arrival, over all responding consumers. */
    Percentiles delays(Map<String, Long> said) {
        return Percentiles.ofNanos(names.stream()
                .flatMap(name -> said.entrySet().stream()
                        .map(one ->
                                systems.at(name).moments().getOrDefault(one.getKey(), Long.MAX_VALUE) - one.getValue()))
                .toList());
    }

    /** Returns the time from the first publication to the last arrival. */
    double perSecond(Map<String, Long> said) {
        long first = said.values().stream().mapToLong(Long::longValue).min().orElseThrow();
        long last = names.stream()
                .mapToLong(name -> systems.at(name).newest())
                .max()
                .orElseThrow();
        return said.size() * names.size() * 1e9 / (last - first);
    }

    int repeats() {
        return names.stream().mapToInt(name -> systems.at(name).repeats()).sum();
    }

    int disordered() {
        return names.stream().mapToInt(name -> systems.at(name).disordered()).sum();
    }
}
