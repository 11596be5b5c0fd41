package dev.atelier.agentrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.testkit.RealBackingServices;
import dev.atelier.testkit.tokens.TestTokens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.TestPropertySource;

/** Workers run in separate processes; this instance only serves requests. */
@TestPropertySource(properties = {"atelier.engine.enabled=false", "atelier.mongo.tenant-guard=false"})
class WorkerKillTest extends ServiceTest {
    private static final int RUNS = 10;
    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir
    private Path logs;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Environment environment;

    @BeforeEach
    void everythingTakesAWhile() {
        WORKSPACE_SERVICE.takes(Duration.ofMillis(400));
    }

    @Test
    void anotherWorkerGoesOnWhereAKilledOneStopped() {
        try (var first = worker("first")) {
            var runs = start();
            await().atMost(SOON).until(() -> inTheMiddle() >= 3);
            try (var second = worker("second")) {
                await().atMost(SOON).until(() -> workers() == 2);

                first.kill();

                assertAllEndOnce(runs);
                assertThat(second.alive()).isTrue();
            }
        }
    }

    @Test
    void aFrozenWorkerThatComesBackLateWritesNothing() {
        try (var first = worker("frozen")) {
            var runs = start();
            await().atMost(SOON).until(() -> inTheMiddle() >= 3);
            first.freeze();
            try (var second = worker("live")) {
                assertAllEndOnce(runs);
                var journal = journal();

                first.thaw();

                await().atMost(SOON).until(() -> workers() == 2);
                assertThat(journal()).isEqualTo(journal);
                assertThat(second.alive()).isTrue();
                assertAllEndOnce(runs);
            }
        }
    }

    private WorkerProcess worker(String name) {
        var variables = new HashMap<String, String>();
        variables.put("SPRING_MONGODB_URI", environment.getRequiredProperty("spring.mongodb.uri"));
        variables.put(
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", RealBackingServices.kafka().bootstrapServers());
        variables.put("ATELIER_ISSUER_URI", TestTokens.issuer().toString());
        variables.put("ATELIER_SERVICES_WORKSPACE", WORKSPACE_SERVICE.address().toString());
        variables.put("ATELIER_CLIENT_SECRET", "of-the-test");
        variables.put("ATELIER_MASTER_KEY", environment.getRequiredProperty("atelier.master-key"));
        variables.put("SERVER_PORT", "0");
        return new WorkerProcess(variables, logs.resolve(name + ".log"));
    }

    private List<String> start() {
        var agent = TestAgentFactory.published(
                as(lea),
                path(""),
                "Summarise the project's actions, then propose two follow-up actions.",
                Map.of("search_actions", "NONE", "create_action", "NONE"));
        var runs = new ArrayList<String>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(TestAgentFactory.started(as(noah), path(""), agent, project, "How does the new web site stand?"));
        }
        return runs;
    }

    /** Returns the number of running runs that have completed some steps, but not all. */
    private int inTheMiddle() {
        var carried = new HashSet<Object>();
        mongo.getCollection("journal")
                .find(new Document("what._class", "tool-answered"))
                .forEach(line -> carried.add(line.get("runId")));
        mongo.getCollection("journal")
                .find(new Document("what._class", "completed"))
                .forEach(line -> carried.remove(line.get("runId")));
        return carried.size();
    }

    private long workers() {
        return mongo.getCollection("workers").countDocuments();
    }

    private List<Document> journal() {
        return mongo.getCollection("journal")
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    private void assertAllEndOnce(List<String> runs) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(runs)
                        .allMatch(run ->
                                as(noah).get(path("/runs/" + run)).text("state").equals("COMPLETED")));
        for (var run : runs) {
            var lines = mongo.getCollection("journal")
                    .find(new Document("runId", UUID.fromString(run)))
                    .sort(new Document("seq", 1))
                    .into(new ArrayList<>());
            assertThat(lines).extracting(line -> line.getLong("seq")).doesNotHaveDuplicates();
            assertThat(lines.getLast().getLong("seq")).isEqualTo(lines.size());
            assertThat(kinds(lines, "model-answered")).isEqualTo(4);
            assertThat(kinds(lines, "tool-answered")).isEqualTo(3);
            assertThat(kinds(lines, "tool-started")).isEqualTo(2);
            assertThat(kinds(lines, "completed")).isEqualTo(1);
        }
        assertThat(WORKSPACE_SERVICE.created().keySet().stream()
                        .filter(key -> runs.stream().anyMatch(key::startsWith)))
                .hasSize(2 * RUNS);
        await().atMost(SOON).untilAsserted(() -> {
            var completed = completedFacts();
            assertThat(runs)
                    .allSatisfy(run -> assertThat(completed.get("runs/" + run)).isEqualTo(1));
        });
    }

    private static long kinds(List<Document> lines, String kind) {
        return lines.stream()
                .filter(line ->
                        line.get("what", Document.class).getString("_class").equals(kind))
                .count();
    }

    /** Returns the number of RunCompleted events on the topic for each subject. */
    private static Map<String, Integer> completedFacts() {
        var found = new HashMap<String, Integer>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        RealBackingServices.kafka().bootstrapServers(),
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor("agent-run.events").stream()
                    .map(info -> new org.apache.kafka.common.TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (header(record, "ce_type").equals("agent-run.run-completed")) {
                        found.merge(header(record, "ce_subject"), 1, Integer::sum);
                    }
                }
            }
        }
        return found;
    }

    private static String header(org.apache.kafka.clients.consumer.ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
