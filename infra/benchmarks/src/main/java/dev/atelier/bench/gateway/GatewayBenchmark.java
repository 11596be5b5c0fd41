package dev.atelier.bench.gateway;

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
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Measures the latency that the gateway adds to a request. */
public final class GatewayBenchmark implements Benchmark {
    private static final int CONNECTIONS = 16;
    private static final String LIMIT = "1000000";
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "ATELIER_GATEWAY_LIMITS_ADDRESS_REQUESTS", LIMIT,
            "ATELIER_GATEWAY_LIMITS_USER_REQUESTS", LIMIT,
            "ATELIER_GATEWAY_LIMITS_TOKEN_REQUESTS", LIMIT);

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public String description() {
        return "Latency that the gateway adds to a request, compared with a direct request to the service.";
    }

    @Override
    public BenchmarkReport measure(BenchmarkExtent extent, ProgressListener progressListener)
            throws IOException, InterruptedException {
        var machine = MachineDescription.here();
        int times = extent.of(5_000, 300);
        int warmUp = extent.of(5_000, 200);
        var crowdTime = Duration.ofSeconds(extent.of(15, 2));
        var rounds = new BenchmarkRounds();
        try (var benchmarkSystem = BenchmarkSystem.start(name(), ENVIRONMENT, progressListener);
                var meter = benchmarkSystem.meter()) {
            var lea = benchmarkSystem.testData("gate").register("Lea", "Martin");
            progressListener.report("warming up: %d requests of each variant, then concurrent ones".formatted(warmUp));
            InterleavedMeasurement.ask(courses(benchmarkSystem, lea), warmUp);
            ConcurrentRequests.ask(through(benchmarkSystem, lea), CONNECTIONS, crowdTime.dividedBy(2));
            for (var round = 1; round <= extent.rounds(); round++) {
                var figures = round(benchmarkSystem, meter, lea, times, crowdTime);
                progressListener.report("round %d: %s".formatted(round, figures));
                rounds.add(figures);
            }
        }
        return new BenchmarkReport(
                name(), rounds.figures(), sizes(times, crowdTime), settings(extent, warmUp), machine);
    }

    private static Map<String, Double> round(
            BenchmarkSystem benchmarkSystem, ResourceMeter meter, TestUser lea, int times, Duration crowdTime)
            throws IOException, InterruptedException {
        var found = InterleavedMeasurement.ask(courses(benchmarkSystem, lea), times);
        var before = meter.read();
        long direct = ConcurrentRequests.ask(direct(benchmarkSystem, lea), CONNECTIONS, crowdTime);
        var between = meter.read();
        long through = ConcurrentRequests.ask(through(benchmarkSystem, lea), CONNECTIONS, crowdTime);
        var after = meter.read();
        var figures = new LinkedHashMap<String, Double>();
        figures.put("per_s", through / (crowdTime.toNanos() / 1e9));
        figures.put("direct_per_s", direct / (crowdTime.toNanos() / 1e9));
        added(figures, found);
        figures.putAll(after.since(between).per("request", through));
        figures.put(
                "direct_cpu_ms_per_request",
                between.since(before).per("request", direct).getOrDefault("cpu_ms_per_request", 0.0));
        return figures;
    }

    private static void added(Map<String, Double> figures, Map<String, Percentiles> found) {
        found.forEach((course, times) -> {
            figures.put(course + "_p50_ms", times.p50());
            figures.put(course + "_p99_ms", times.p99());
        });
        var direct = Objects.requireNonNull(found.get("direct"));
        var through = Objects.requireNonNull(found.get("through"));
        var checks = Objects.requireNonNull(found.get("checks"));
        figures.put("added_p50_ms", through.p50() - direct.p50());
        figures.put("added_p99_ms", through.p99() - direct.p99());
        figures.put("added_bare_p50_ms", through.p50() - direct.p50() - checks.p50());
    }

    private static List<RequestVariant> courses(BenchmarkSystem benchmarkSystem, TestUser lea) {
        var door = benchmarkSystem.stack().gateway();
        var token = lea.person().token();
        return List.of(
                direct(benchmarkSystem, lea),
                through(benchmarkSystem, lea),
                new RequestVariant("checks", door, "/api/no-such-route", token, 404),
                new RequestVariant("stranger", door, "/api/workspaces", null, 401));
    }

    private static RequestVariant direct(BenchmarkSystem benchmarkSystem, TestUser lea) {
        return new RequestVariant(
                "direct",
                benchmarkSystem.stack().address("workspace-service"),
                "/api/workspaces",
                lea.person().token(),
                200);
    }

    private static RequestVariant through(BenchmarkSystem benchmarkSystem, TestUser lea) {
        return new RequestVariant(
                "through",
                benchmarkSystem.stack().gateway(),
                "/api/workspaces",
                lea.person().token(),
                200);
    }

    private static Map<String, Object> sizes(int times, Duration crowdTime) {
        return Map.of("requests_a_course", times, "crowd_connections", CONNECTIONS, "crowd_s", crowdTime.toSeconds());
    }

    private static Map<String, Object> settings(BenchmarkExtent extent, int warmUp) {
        return Map.of(
                "rounds",
                extent.rounds(),
                "warm_up",
                "%d requests of each variant, then half of the concurrent ones".formatted(warmUp),
                "route",
                "GET /api/workspaces of a user without workspaces",
                "courses",
                "direct: workspace-service itself, with a token. through: by the gateway, which always checks the token"
                        + " and counts three limits (raised so that none bites). checks: a path that no service has,"
                        + " with a token; token, revocation and limits without a route. stranger: no token. One request"
                        + " at a time over kept connections, the courses in turn; added = through - direct. The gateway passes nobody on"
                        + " without a token: the bare route cannot be asked and is through - direct - checks.",
                "per_s",
                "by the gateway, from %d connections without a pause".formatted(CONNECTIONS),
                "services",
                "as infra/atelier up starts them: first-tier compiler, serial collector, small heaps");
    }
}
