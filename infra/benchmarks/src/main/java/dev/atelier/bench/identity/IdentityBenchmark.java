package dev.atelier.bench.identity;

import dev.atelier.backing.ProgressListener;
import dev.atelier.bench.measurement.Benchmark;
import dev.atelier.bench.measurement.BenchmarkExtent;
import dev.atelier.bench.measurement.BenchmarkReport;
import dev.atelier.bench.measurement.BenchmarkRounds;
import dev.atelier.bench.measurement.MachineDescription;
import dev.atelier.bench.measurement.Percentiles;
import dev.atelier.bench.measurement.ResourceMeter;
import dev.atelier.bench.system.BenchmarkSystem;
import dev.atelier.consistency.FakeModelScript;
import dev.atelier.load.FakeModelServer;
import dev.atelier.load.LoadGenerator;
import dev.atelier.load.LoadProfile;
import dev.atelier.load.TestWorkspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Measures sign-ins through Keycloak's pages, and the time from a registration until every service knows the user,
 * under load.
 */
public final class IdentityBenchmark implements Benchmark {
    private static final long SEED = 11;
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int AT_ONCE = 4;
    private static final String LIMIT = "1000000";
    private static final LoadProfile BESIDE = new LoadProfile(Duration.ofSeconds(1), 5, 4, SEED);
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "ATELIER_MODELS_ALLOW_PRIVATE_ADDRESSES", "true",
            "ATELIER_GATEWAY_LIMITS_ADDRESS_REQUESTS", LIMIT,
            "ATELIER_GATEWAY_LIMITS_USER_REQUESTS", LIMIT,
            "ATELIER_GATEWAY_LIMITS_TOKEN_REQUESTS", LIMIT);

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public String description() {
        return "Sign-ins, and the time from a registration until every service knows the user, under load.";
    }

    @Override
    public BenchmarkReport measure(BenchmarkExtent extent, ProgressListener progressListener) throws Exception {
        var machine = MachineDescription.here();
        int logins = extent.of(200, 20);
        int registrations = extent.of(50, 5);
        int warmUp = extent.of(30, 5);
        var rounds = new BenchmarkRounds();
        var crews = new ArrayList<TestWorkspace>();
        try (var benchmarkSystem = BenchmarkSystem.start(name(), ENVIRONMENT, progressListener);
                var meter = benchmarkSystem.meter();
                var userProjectionWatcher =
                        new UserProjectionWatcher(benchmarkSystem.stack().mongo());
                var model = new FakeModelServer(FakeModelScript.calls(), "Done.", Duration.ofMillis(300))) {
            crews.add(benchmarkSystem.testData("identity").testWorkspace("Crew", model));
            var signInDriver = new SignInDriver(
                    benchmarkSystem.stack().issuerUri(), benchmarkSystem.stack().mails());
            progressListener.report("warming up with %d registrations and sign-ins".formatted(warmUp));
            var people = new ArrayList<String>();
            for (var n = 0; n < warmUp; n++) {
                var email = signInDriver.address();
                signInDriver.register(email);
                people.add(email);
            }
            var comers = new SignInLoad(signInDriver, people);
            comers.full(2 * warmUp, AT_ONCE);
            try (var loadGenerator = LoadGenerator.of(crews, BESIDE)) {
                loadGenerator.awaitMoreWrites(10);
                for (var n = 1; n <= extent.rounds(); n++) {
                    var figures = signedIn(comers, meter, logins);
                    figures.putAll(registered(signInDriver, userProjectionWatcher, registrations));
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
                Map.of("logins", logins, "registrations", registrations, "people", warmUp, "services", 4),
                settings(extent, warmUp),
                machine);
    }

    private static Map<String, Double> signedIn(SignInLoad comers, ResourceMeter meter, int logins)
            throws InterruptedException {
        var before = meter.read();
        var figures = comers.paced(logins, PAUSE);
        figures.putAll(meter.read().since(before).per("login", logins));
        figures.put("full_logins_per_min", comers.full(logins, AT_ONCE));
        return figures;
    }

    private static Map<String, Double> registered(
            SignInDriver signInDriver, UserProjectionWatcher userProjectionWatcher, int registrations)
            throws Exception {
        var times = new ArrayList<Long>();
        for (var n = 0; n < registrations; n++) {
            var email = signInDriver.address();
            var everywhere = userProjectionWatcher.awaitKnownEverywhere(email);
            long answered = signInDriver.register(email);
            times.add(everywhere.call() - answered);
        }
        var figures = new LinkedHashMap<String, Double>();
        figures.put("consumed_p50_ms", Percentiles.ofNanos(times).p50());
        figures.put("consumed_p99_ms", Percentiles.ofNanos(times).p99());
        return figures;
    }

    private static Map<String, Object> settings(BenchmarkExtent extent, int warmUp) {
        return Map.of(
                "rounds",
                extent.rounds(),
                "warm_up",
                "%d registrations and %d sign-ins".formatted(warmUp, 2 * warmUp),
                "logins",
                "one each %d ms, whether those before are through or not, from the login page to the tokens; full: %d people"
                                .formatted(PAUSE.toMillis(), AT_ONCE)
                        + " at once, one sign-in after the other",
                "consumed",
                "from the answer to the form of registration to the person's being in the projection of the last of four"
                        + " services (workspace, agent-run, report, notification), each looked into every 10 ms; the p99 of"
                        + " a round of fewer than 100 is its longest",
                "load",
                "2 people at work without end, each up to 1 s after the other, one in twenty doings a run",
                "cpu",
                "of all parts for each sign-in at that pace, the load's share included");
    }
}
