package dev.atelier.bench.workspace;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.atelier.backing.ProgressListener;
import dev.atelier.bench.measurement.Benchmark;
import dev.atelier.bench.measurement.BenchmarkExtent;
import dev.atelier.bench.measurement.BenchmarkReport;
import dev.atelier.bench.measurement.BenchmarkRounds;
import dev.atelier.bench.measurement.MachineDescription;
import dev.atelier.bench.system.BenchmarkSystem;
import dev.atelier.client.ConditionPoller;
import dev.atelier.client.TestUser;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.Document;

/** Measures the invitation of many people in one request. */
public final class InvitationsBenchmark implements Benchmark {
    private static final String LIMIT = "10000";
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "ATELIER_INVITATION_SEATS", LIMIT,
            "ATELIER_INVITATION_OPEN", LIMIT,
            "ATELIER_INVITATION_PER_HOUR", LIMIT,
            "ATELIER_INVITATION_PER_PERSON_AND_HOUR", LIMIT,
            "ATELIER_INVITATION_NEW_ACCOUNT_AGE", "0s");

    @Override
    public String name() {
        return "invitations";
    }

    @Override
    public String description() {
        return "Many people invited in one request, until all mails are queued.";
    }

    @Override
    public BenchmarkReport measure(BenchmarkExtent extent, ProgressListener progressListener) throws Exception {
        var machine = MachineDescription.here();
        int people = extent.of(1_000, 100);
        var rounds = new BenchmarkRounds();
        try (var benchmarkSystem = BenchmarkSystem.start(name(), ENVIRONMENT, progressListener);
                var meter = benchmarkSystem.meter();
                var client = MongoClients.create(benchmarkSystem.stack().mongo().uri("notification"))) {
            var mails = client.getDatabase("notification").getCollection("mails");
            var testDataFactory = benchmarkSystem.testData("invitations");
            var lea = testDataFactory.register("Lea", "Martin");
            progressListener.report("warming up with 100");
            round(lea, testDataFactory.workspace(lea, "Warm"), mails, "warm", 100);
            for (var n = 1; n <= extent.rounds(); n++) {
                var workspace = testDataFactory.workspace(lea, "Round " + n);
                var before = meter.read();
                var figures = round(lea, workspace, mails, "round" + n, people);
                figures.putAll(meter.read().since(before).per("invitation", people));
                progressListener.report("round %d: %s".formatted(n, figures));
                rounds.add(figures);
            }
        }
        return new BenchmarkReport(
                name(),
                rounds.figures(),
                Map.of("people", people),
                Map.of(
                        "rounds",
                        extent.rounds(),
                        "warm_up",
                        "100 in a workspace of their own",
                        "measured",
                        "answered_ms: from the request to its answer, by the gateway; queued_ms: to the last mail's being in"
                                + " notification-service's queue, looked for each 100 ms, while mails are being sent"),
                machine);
    }

    private static Map<String, Double> round(
            TestUser lea, String workspace, MongoCollection<Document> mails, String tag, int people)
            throws InterruptedException {
        var emails = IntStream.range(0, people)
                .mapToObj(n -> tag + "." + n + "@bakery.example")
                .toList();
        long there = mails.countDocuments();
        long began = System.nanoTime();
        lea.person()
                .postOnce("/api/workspaces/" + workspace + "/invitations/bulk", Map.of("emails", emails))
                .expect(200);
        long answered = System.nanoTime();
        ConditionPoller.until(
                "the last mail",
                Duration.ofMinutes(2),
                () -> Optional.of(mails.countDocuments() - there).filter(queued -> queued >= people));
        long queued = System.nanoTime();
        var figures = new LinkedHashMap<String, Double>();
        figures.put("answered_ms", (answered - began) / 1e6);
        figures.put("queued_ms", (queued - began) / 1e6);
        return figures;
    }
}
