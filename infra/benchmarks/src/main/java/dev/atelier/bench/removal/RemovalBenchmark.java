package dev.atelier.bench.removal;

import dev.atelier.backing.Progress;
import dev.atelier.bench.Benchmark;
import dev.atelier.bench.Extent;
import dev.atelier.bench.measuring.Machine;
import dev.atelier.bench.measuring.Meter;
import dev.atelier.bench.measuring.Percentiles;
import dev.atelier.bench.measuring.Report;
import dev.atelier.bench.measuring.Rounds;
import dev.atelier.bench.site.Site;
import dev.atelier.client.Registered;
import dev.atelier.load.Crew;
import dev.atelier.load.Load;
import dev.atelier.load.LoadSettings;
import dev.atelier.load.StandInModel;
import dev.atelier.reckoning.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** From the answer to a removal to the refusal at every service, while people and agents work. */
public final class RemovalBenchmark implements Benchmark {
    private static final int CREWS = 2;
    private static final long SEED = 7;
    private static final String LIMIT = "1000000";
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "ATELIER_MODELS_ALLOW_PRIVATE_ADDRESSES", "true",
            "ATELIER_GATEWAY_LIMITS_ADDRESS_REQUESTS", LIMIT,
            "ATELIER_GATEWAY_LIMITS_USER_REQUESTS", LIMIT,
            "ATELIER_GATEWAY_LIMITS_TOKEN_REQUESTS", LIMIT,
            "ATELIER_INVITATION_PER_ADDRESS_AND_DAY", "10000",
            "ATELIER_INVITATION_NEW_ACCOUNT_AGE", "0s",
            "ATELIER_MAIL_INVITATIONS_PER_RECIPIENT", "1000");

    @Override
    public String name() {
        return "removal";
    }

    @Override
    public String says() {
        return "From the answer to a removal to the refusal at every service, under load.";
    }

    @Override
    public Report measure(Extent extent, Progress progress) throws Exception {
        var machine = Machine.here();
        int removals = extent.of(60, 5);
        int warmUp = extent.of(15, 3);
        var rounds = new Rounds();
        var crews = new ArrayList<Crew>();
        try (var site = Site.start(name(), ENVIRONMENT, progress);
                var meter = site.meter();
                var model = new StandInModel(Script.calls(), "Done.", Duration.ofMillis(300))) {
            var muster = site.muster("removal");
            for (var n = 1; n <= CREWS; n++) {
                crews.add(muster.crew("Crew " + n, model));
            }
            var manager = muster.register("Mona", "Removal");
            var member = muster.register("Max", "Removal");
            var workspace = muster.workspace(manager, "Coming and going");
            var comings = new Comings(muster, manager, workspace);
            try (var refusals = new Refusals(site.stack().gateway(), workspace);
                    var load = Load.of(crews, LoadSettings.usual(SEED))) {
                load.goesOn(50);
                progress.says("warming up with %d removals under load".formatted(warmUp));
                round(comings, refusals, member, warmUp);
                for (var n = 1; n <= extent.rounds(); n++) {
                    var figures = round(comings, refusals, member, removals, meter);
                    progress.says("round %d: %s".formatted(n, figures));
                    rounds.add(figures);
                }
            }
        } finally {
            crews.forEach(Crew::close);
        }
        return new Report(
                name(),
                rounds.figures(),
                Map.of("removals", removals, "services", 4, "people_at_work", 2 * CREWS),
                settings(extent, warmUp),
                machine);
    }

    private static Map<String, Double> round(
            Comings comings, Refusals refusals, Registered member, int removals, Meter meter)
            throws InterruptedException {
        var before = meter.read();
        var figures = round(comings, refusals, member, removals);
        figures.putAll(meter.read().since(before).per("removal", removals));
        return figures;
    }

    private static Map<String, Double> round(Comings comings, Refusals refusals, Registered member, int removals)
            throws InterruptedException {
        var times = new LinkedHashMap<String, List<Long>>();
        for (var n = 0; n < removals; n++) {
            comings.join(member);
            var token = Objects.requireNonNull(member.person().token());
            refusals.awaitKnown(token);
            comings.remove(member);
            long accepted = System.nanoTime();
            var last = 0L;
            for (var refused : refusals.awaitRefused(token).entrySet()) {
                long took = refused.getValue() - accepted;
                times.computeIfAbsent(refused.getKey(), _ -> new ArrayList<>()).add(took);
                last = Math.max(last, took);
            }
            times.computeIfAbsent("", _ -> new ArrayList<>()).add(last);
        }
        var figures = new LinkedHashMap<String, Double>();
        times.forEach((service, nanos) -> {
            var prefix = service.isEmpty() ? "" : service.replace('-', '_') + "_";
            figures.put(prefix + "p50_ms", Percentiles.ofNanos(nanos).p50());
            figures.put(prefix + "p99_ms", Percentiles.ofNanos(nanos).p99());
        });
        return figures;
    }

    private static Map<String, Object> settings(Extent extent, int warmUp) {
        return Map.of(
                "rounds",
                extent.rounds(),
                "warm_up",
                warmUp + " removals under load",
                "measured",
                "from the 204 that answers the removal to the first 404 of the last of four services (workspace, agent-run,"
                        + " report, notification), each asked by the gateway over a connection of its own, with 10 ms"
                        + " between two requests; the p99 of a round of fewer than 100 is its longest",
                "load",
                "%d people in %d workspaces at work without end, each up to 200 ms after the other: actions written, changed"
                                .formatted(2 * CREWS, CREWS)
                        + " and read, one in twenty doings a run whose model takes 300 ms an answer; webhooks of all of it",
                "cpu",
                "of all parts for each coming and going, the load's share included");
    }
}
