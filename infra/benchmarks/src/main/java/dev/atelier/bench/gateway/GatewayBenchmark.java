package dev.atelier.bench.gateway;

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
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the door adds to a request. */
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
    public String says() {
        return "What the gateway adds to a request, beside the same route asked directly.";
    }

    @Override
    public Report measure(Extent extent, Progress progress) throws IOException, InterruptedException {
        var machine = Machine.here();
        int times = extent.of(5_000, 300);
        int warmUp = extent.of(5_000, 200);
        var crowdTime = Duration.ofSeconds(extent.of(15, 2));
        var rounds = new Rounds();
        try (var site = Site.start(name(), ENVIRONMENT, progress);
                var meter = site.meter()) {
            var lea = site.muster("gate").register("Lea", "Martin");
            progress.says("warming up: %d requests on each course, then a crowd".formatted(warmUp));
            Alternating.ask(courses(site, lea), warmUp);
            Crowd.ask(through(site, lea), CONNECTIONS, crowdTime.dividedBy(2));
            for (var round = 1; round <= extent.rounds(); round++) {
                var figures = round(site, meter, lea, times, crowdTime);
                progress.says("round %d: %s".formatted(round, figures));
                rounds.add(figures);
            }
        }
        return new Report(name(), rounds.figures(), sizes(times, crowdTime), settings(extent, warmUp), machine);
    }

    private static Map<String, Double> round(Site site, Meter meter, Registered lea, int times, Duration crowdTime)
            throws IOException, InterruptedException {
        var found = Alternating.ask(courses(site, lea), times);
        var before = meter.read();
        long direct = Crowd.ask(direct(site, lea), CONNECTIONS, crowdTime);
        var between = meter.read();
        long through = Crowd.ask(through(site, lea), CONNECTIONS, crowdTime);
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

    private static List<Course> courses(Site site, Registered lea) {
        var door = site.stack().gateway();
        var token = lea.person().token();
        return List.of(
                direct(site, lea),
                through(site, lea),
                new Course("checks", door, "/api/no-such-route", token, 404),
                new Course("stranger", door, "/api/workspaces", null, 401));
    }

    private static Course direct(Site site, Registered lea) {
        return new Course(
                "direct",
                site.stack().address("workspace-service"),
                "/api/workspaces",
                lea.person().token(),
                200);
    }

    private static Course through(Site site, Registered lea) {
        return new Course(
                "through",
                site.stack().gateway(),
                "/api/workspaces",
                lea.person().token(),
                200);
    }

    private static Map<String, Object> sizes(int times, Duration crowdTime) {
        return Map.of("requests_a_course", times, "crowd_connections", CONNECTIONS, "crowd_s", crowdTime.toSeconds());
    }

    private static Map<String, Object> settings(Extent extent, int warmUp) {
        return Map.of(
                "rounds",
                extent.rounds(),
                "warm_up",
                "%d requests on each course, then half a crowd".formatted(warmUp),
                "route",
                "GET /api/workspaces of somebody without any",
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
