package dev.atelier.bench.workspace;

import dev.atelier.backing.ProgressListener;
import dev.atelier.bench.measurement.Benchmark;
import dev.atelier.bench.measurement.BenchmarkExtent;
import dev.atelier.bench.measurement.BenchmarkReport;
import dev.atelier.bench.measurement.BenchmarkRounds;
import dev.atelier.bench.measurement.MachineDescription;
import dev.atelier.bench.system.BenchmarkSystem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Measures pages of a project of 200,000 actions while the database grows to five million. */
public final class ListsBenchmark implements Benchmark {
    private static final String LIMIT = "1000000";
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "ATELIER_GATEWAY_LIMITS_ADDRESS_REQUESTS", LIMIT,
            "ATELIER_GATEWAY_LIMITS_USER_REQUESTS", LIMIT,
            "ATELIER_GATEWAY_LIMITS_TOKEN_REQUESTS", LIMIT);

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public String description() {
        return "Filtered, sorted and searched pages of a long list while the database grows.";
    }

    @Override
    public BenchmarkReport measure(BenchmarkExtent extent, ProgressListener progressListener) throws Exception {
        var machine = MachineDescription.here();
        int own = extent.of(200_000, 5_000);
        var sizes = extent.quick() ? List.of(5_000L, 25_000L) : List.of(200_000L, 1_000_000L, 5_000_000L);
        int times = extent.of(100, 10);
        var rounds = new ArrayList<Map<String, Double>>();
        try (var benchmarkSystem = BenchmarkSystem.start(name(), ENVIRONMENT, progressListener);
                var actionSeeder =
                        new ActionSeeder(benchmarkSystem.stack().mongo().uri(), "workspace")) {
            var testDataFactory = benchmarkSystem.testData("lists");
            var lea = testDataFactory.register("Lea", "Martin");
            var workspace = testDataFactory.workspace(lea, "A busy one");
            var projects = "/api/workspaces/" + workspace + "/projects";
            var project = lea.person()
                    .post(projects, Map.of("name", "Everything"))
                    .expect(201)
                    .text("id");
            actionSeeder.fill(UUID.fromString(workspace), UUID.fromString(project), UUID.fromString(lea.userId()), own);
            progressListener.report("%,d actions in the project".formatted(own));
            for (var size : sizes) {
                actionSeeder.growTo(size, progressListener);
                var listQueries = ListQueries.of(lea.person(), lea.userId(), projects + "/" + project + "/actions");
                listQueries.ask(benchmarkSystem.stack().gateway(), lea.person(), times / 2);
                for (var n = 0; n < extent.rounds(); n++) {
                    if (rounds.size() == n) {
                        rounds.add(new LinkedHashMap<>());
                    }
                    var figures = new LinkedHashMap<String, Double>();
                    ListQueries.figures(
                            figures,
                            listQueries.ask(benchmarkSystem.stack().gateway(), lea.person(), times),
                            "_at_" + size);
                    progressListener.report("round %d: %s".formatted(n + 1, figures));
                    rounds.get(n).putAll(figures);
                }
            }
        }
        var all = new BenchmarkRounds();
        rounds.forEach(all::add);
        return new BenchmarkReport(
                name(),
                all.figures(),
                Map.of("actions_in_the_project", own, "actions_in_the_database", sizes, "requests_a_kind", times),
                settings(extent, times),
                machine);
    }

    private static Map<String, Object> settings(BenchmarkExtent extent, int times) {
        return Map.of(
                "rounds",
                extent.rounds(),
                "warm_up",
                "%d requests of each kind at each size".formatted(times / 2),
                "measured",
                "pages of 50 by the gateway, one request at a time over a kept connection, the kinds in turn, each half"
                        + " of the times the first page and half the twenty-first, or the last where there are fewer",
                "project",
                "one project has all of the workspace's actions: four in five done, one in fifty urgent, a hundred people,"
                        + " 12 words of 5,000 each; a common word is in a quarter, a seldom one in a hundredth, a rare one in a"
                        + " thousandth, a special tag in a two-hundredth of them",
                "others",
                "workspaces of 20,000 actions each, put into the database directly");
    }
}
