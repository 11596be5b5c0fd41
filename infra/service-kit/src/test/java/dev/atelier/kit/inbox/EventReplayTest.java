package dev.atelier.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.DomainEvent;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.WorkspaceEvent.ProjectRenamed;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.deadletter.DeadLetterOperatorClient;
import dev.atelier.kit.kafka.CloudEventHeaders;
import dev.atelier.kit.kafka.KafkaClientFactory;
import dev.atelier.kit.kafka.TopicReader;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.testkit.RealKafka;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TrustTestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;

@RealMongo
@RealKafka
@TrustTestTokens
@AutoConfigureRestTestClient
@SpringBootTest(
        classes = EventReplayTest.EventReplayApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.application.name=replay-test")
class EventReplayTest {
    /**
     * Longer than Kafka withholds records behind an open transaction that the relay of another test left: one minute.
     */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class EventReplayApplication {
        @Bean
        PoisonRejectingHandler listener(MongoTemplate mongo) {
            return new PoisonRejectingHandler(mongo);
        }
    }

    /** Stores the events that it handles, and fails on those that are currently poison. */
    static class PoisonRejectingHandler implements DomainEventHandler {
        static final Set<String> POISON = ConcurrentHashMap.newKeySet();

        private final MongoTemplate mongo;

        PoisonRejectingHandler(MongoTemplate mongo) {
            this.mongo = mongo;
        }

        void on(ProjectRenamed event, MessageEnvelope envelope) {
            mongo.getCollection("heard")
                    .insertOne(new Document("subject", envelope.subject()).append("sequence", envelope.sequence()));
            if (POISON.contains(event.name())) {
                throw new IllegalArgumentException("cannot work");
            }
        }
    }

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionRunner transactions;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private RestTestClient http;

    @Autowired
    private KafkaClientFactory clients;

    private final WorkspaceId workspace = WorkspaceId.next();
    private final ProjectId project = ProjectId.next();
    private final UserId lea = new UserId(UUID.randomUUID());

    private DeadLetterOperatorClient operator;

    @BeforeEach
    void anOperator() {
        operator = new DeadLetterOperatorClient(http, "replay-test");
        PoisonRejectingHandler.POISON.clear();
    }

    @Test
    void replayingTheFirstReleasesWhatWaitsBehindItInOrder() {
        var letters = poisonAt(1, 4);
        PoisonRejectingHandler.POISON.clear();

        operator.replay(letters.getFirst())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.outcome")
                .isEqualTo("HANDLED");

        awaitHeard(1, 2, 3, 4);
        awaitNothingLeft();
        assertThat(said("operator.dead-letter-replayed", letters.getFirst()))
                .singleElement()
                .asString()
                .contains("\"handled\":true", "\"service\":\"replay-test\"");
        publish("after", 5);
        awaitHeard(1, 2, 3, 4, 5);
    }

    @Test
    void whatWaitsIsNeitherReplayedNorDropped() {
        var letters = poisonAt(1, 3);

        operator.replay(letters.get(2))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.blockedBy")
                .isEqualTo(letters.getFirst());
        operator.drop(letters.get(1), "{\"reason\": \"no use\"}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:atelier:problem:waits-behind");
        assertThat(letters()).isEqualTo(letters);
    }

    @Test
    void whatFailsAgainStaysAndSaysWhy() {
        var letters = poisonAt(1, 2);

        operator.replay(letters.getFirst())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.outcome")
                .isEqualTo("FAILED")
                .jsonPath("$.reason")
                .isEqualTo("IllegalArgumentException");

        assertThat(said("operator.dead-letter-replayed", letters.getFirst()))
                .singleElement()
                .asString()
                .contains("\"handled\":false");
        assertThat(letters()).isEqualTo(letters);
        awaitHeard();
    }

    @Test
    void theReleaseEndsAtTheNextThatFailsWhichIsFirstThenWithItsReason() {
        var letters = poisonAt(1, 2);
        PoisonRejectingHandler.POISON.add("worse");
        publish("worse", 3);
        publish("last", 4);
        await().atMost(PATIENCE).until(() -> letters().size() == 4);
        PoisonRejectingHandler.POISON.remove("poison");

        operator.replay(letters.getFirst()).expectStatus().isOk();

        awaitHeard(1, 2);
        var left = letters();
        await().atMost(PATIENCE)
                .untilAsserted(() -> operator.read(left.getFirst())
                        .expectBody()
                        .jsonPath("$.reason")
                        .isEqualTo("IllegalArgumentException")
                        .jsonPath("$.behind")
                        .doesNotExist());
        operator.drop(left.getFirst(), "{\"reason\": \"never works\"}")
                .expectStatus()
                .isNoContent();
        awaitHeard(1, 2, 4);
        awaitNothingLeft();
    }

    @Test
    void aDropSaysWhy() {
        var letters = poisonAt(1, 1);

        operator.drop(letters.getFirst(), "{}").expectStatus().isBadRequest();
        operator.drop(letters.getFirst(), "{\"reason\": \"  \"}").expectStatus().isBadRequest();
        operator.drop(letters.getFirst(), "{\"reason\": \"%s\"}".formatted("x".repeat(501)))
                .expectStatus()
                .isBadRequest();
        operator.drop(letters.getFirst(), "{\"reason\": \"two\\nlines\"}")
                .expectStatus()
                .isBadRequest();
        operator.drop(letters.getFirst(), "{\"reason\": \"sent by mistake\"}")
                .expectStatus()
                .isNoContent();
        operator.drop(letters.getFirst(), "{\"reason\": \"once more\"}")
                .expectStatus()
                .isNotFound();
        assertThat(said("operator.dead-letter-dropped", letters.getFirst())).hasSize(1);
        awaitNothingLeft();
    }

    @Test
    void replayedByManyAtOnceItTakesEffectOnce() throws Exception {
        var letters = poisonAt(1, 2);
        PoisonRejectingHandler.POISON.clear();

        var answers = atOnce(IntStream.range(0, 8)
                .<Callable<String>>mapToObj(_ -> () -> operator.replayBody(letters.getFirst()))
                .toList());

        awaitHeard(1, 2);
        assertThat(answers).filteredOn(one -> one.contains("HANDLED")).hasSize(1);
        awaitNothingLeft();
    }

    @RepeatedTest(5)
    void whatArrivesAtThatVeryMomentNeitherOvertakesNorIsForgotten() throws Exception {
        var letters = poisonAt(1, 3);
        PoisonRejectingHandler.POISON.clear();

        atOnce(List.of(() -> operator.replayBody(letters.getFirst()), () -> {
            for (int sequence = 4; sequence <= 120; sequence++) {
                publish("more", sequence);
            }
            return "";
        }));

        awaitHeard(LongStream.rangeClosed(1, 120).toArray());
        awaitNothingLeft();
    }

    /** Returns the published events about an operator's action on a dead letter. */
    private List<String> said(String type, String letter) {
        return await().atMost(PATIENCE)
                .until(
                        () -> TopicReader.all(clients, "operator.events").stream()
                                .filter(record ->
                                        type.equals(CloudEventHeaders.header(record.headers(), CloudEventHeaders.TYPE)))
                                .filter(record -> record.value().contains("\"" + letter + "\""))
                                .map(ConsumerRecord::value)
                                .toList(),
                        acts -> !acts.isEmpty());
    }

    /** Publishes an event that fails, and others that wait behind it. */
    private List<String> poisonAt(long first, int count) {
        PoisonRejectingHandler.POISON.add("poison");
        publish("poison", first);
        for (int more = 1; more < count; more++) {
            publish("behind", first + more);
        }
        await().atMost(PATIENCE).until(() -> letters().size() == count);
        return letters();
    }

    private void publish(String name, long sequence) {
        DomainEvent event = new ProjectRenamed(workspace, project, name, lea);
        transactions.run(() -> outbox.append(event, sequence));
    }

    private void awaitHeard(long... sequences) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mongo.getCollection("heard")
                                .find(new Document("subject", subject()))
                                .map(one -> one.getLong("sequence"))
                                .into(new ArrayList<>()))
                        .containsExactly(LongStream.of(sequences).boxed().toArray(Long[]::new)));
    }

    private void awaitNothingLeft() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(letters()).isEmpty());
        assertThat(mongo.getCollection("deadLetterLines")
                        .countDocuments(new Document("_id", "workspace.events/" + subject())))
                .isZero();
    }

    private List<String> letters() {
        return mongo.getCollection("deadLetters")
                .find(new Document("subject", subject()))
                .sort(new Document("offset", 1))
                .map(one -> one.getString("_id"))
                .into(new ArrayList<>());
    }

    private String subject() {
        return "projects/" + project;
    }

    private static List<String> atOnce(List<Callable<String>> jobs) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<String>();
            for (Future<String> answer : threads.invokeAll(jobs)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
