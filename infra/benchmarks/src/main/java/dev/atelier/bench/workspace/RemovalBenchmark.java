package dev.atelier.bench.workspace;

import dev.atelier.backing.ProgressListener;
import dev.atelier.bench.measurement.Benchmark;
import dev.atelier.bench.measurement.BenchmarkExtent;
import dev.atelier.bench.measurement.BenchmarkReport;
import dev.atelier.bench.measurement.BenchmarkRounds;
import dev.atelier.bench.measurement.MachineDescription;
import dev.atelier.bench.measurement.Percentiles;
import dev.atelier.bench.measurement.ResourceMeter;
import dev.atelier.bench.system.BenchmarkSystem;
import dev.atelier.client.TestUser;
import dev.atelier.consistency.FakeModelScript;
import dev.atelier.load.FakeModelServer;
import dev.atelier.load.LoadGenerator;
import dev.atelier.load.LoadProfile;
import dev.atelier.load.TestWorkspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Measures the time from the response to a removal until every service refuses the member, under load. */
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
    public String description() {
        return "From the response to a removal until every service refuses the member, under load.";
    }

    @Override
    public BenchmarkReport measure(BenchmarkExtent extent, ProgressListener progressListener) throws Exception {
        var machine = MachineDescription.here();
        int removals = extent.of(60, 5);
        int warmUp = extent.of(15, 3);
        var rounds = new BenchmarkRounds();
        var crews = new ArrayList<TestWorkspace>();
        try (var benchmarkSystem = BenchmarkSystem.start(name(), ENVIRONMENT, progressListener);
                var meter = benchmarkSystem.meter();
                var model = new FakeModelServer(FakeModelScript.calls(), "Done.", Duration.ofMillis(300))) {
            var testDataFactory = benchmarkSystem.testData("removal");
            for (var n = 1; n <= CREWS; n++) {
                crews.add(testDataFactory.testWorkspace("Crew " + n, model));
            }
            var manager = testDataFactory.register("Mona", "Removal");
            var member = testDataFactory.register("Max", "Removal");
            var workspace = testDataFactory.workspace(manager, "Coming and going");
            var membershipCycle = new MembershipCycle(testDataFactory, manager, workspace);
            try (var serviceAccessProbe =
                            new ServiceAccessProbe(benchmarkSystem.stack().gateway(), workspace);
                    var loadGenerator = LoadGenerator.of(crews, LoadProfile.standard(SEED))) {
                loadGenerator.awaitMoreWrites(50);
                progressListener.report("warming up with %d removals under load".formatted(warmUp));
                round(membershipCycle, serviceAccessProbe, member, warmUp);
                for (var n = 1; n <= extent.rounds(); n++) {
                    var figures = round(membershipCycle, serviceAccessProbe, member, removals, meter);
                    progressListener.report("round %d: %s".formatted(n, figures));
                    rounds.add(figures);
                }
            }
        } finally {
            crews.forEach(TestWorkspace::close);
        }
        return new BenchmarkReport(
                name(),
                rounds.figures(),
                Map.of("removals", removals, "services", 4, "people_at_work", 2 * CREWS),
                settings(extent, warmUp),
                machine);
    }

    private static Map<String, Double> round(
            MembershipCycle membershipCycle,
            ServiceAccessProbe serviceAccessProbe,
            TestUser member,
            int removals,
            ResourceMeter meter)
            throws InterruptedException {
        var before = meter.read();
        var figures = round(membershipCycle, serviceAccessProbe, member, removals);
        figures.putAll(meter.read().since(before).per("removal", removals));
        return figures;
    }

    private static Map<String, Double> round(
            MembershipCycle membershipCycle, ServiceAccessProbe serviceAccessProbe, TestUser member, int removals)
            throws InterruptedException {
        var times = new LinkedHashMap<String, List<Long>>();
        for (var n = 0; n < removals; n++) {
            membershipCycle.join(member);
            var token = Objects.requireNonNull(member.person().token());
            serviceAccessProbe.awaitKnown(token);
            membershipCycle.remove(member);
            long accepted = System.nanoTime();
            var last = 0L;
            for (var refused : serviceAccessProbe.awaitRefused(token).entrySet()) {
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

    private static Map<String, Object> settings(BenchmarkExtent extent, int warmUp) {
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
