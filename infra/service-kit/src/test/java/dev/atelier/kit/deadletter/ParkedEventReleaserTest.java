package dev.atelier.kit.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.deadletter.ReplayHandler.ReplayOutcome;
import dev.atelier.kit.deletion.DeadLetterEraser;
import dev.atelier.kit.deletion.DeletionTarget;
import dev.atelier.kit.kafka.TransientFailureClassifier.RetryableFailure;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TrustTestTokens;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@RealMongo
@TrustTestTokens
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = ParkedEventReleaserTest.ParkedEventReleaserApplication.class,
        properties = {"spring.application.name=releasing-test", "atelier.kafka.enabled=false"})
class ParkedEventReleaserTest {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class ParkedEventReleaserApplication {}

    @Autowired
    private DeadLetterStore letters;

    @Autowired
    private TransactionRunner transactions;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Outbox outbox;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final AtomicInteger tries = new AtomicInteger();
    private final String subject = "projects/" + UUID.randomUUID();
    private RuntimeException trouble = new IllegalStateException("Secret");
    private ParkedEventReleaser releasing;
    private @Nullable Error error;

    @BeforeEach
    void oneWhoseTurnHasCome() {
        InstantSource source = now::get;
        releasing = new ParkedEventReleaser(
                letters,
                new DeadLetterReplayer(
                        letters,
                        () -> Stream.of(new FailingReplayHandler()),
                        transactions,
                        new OperatorActionPublisher("releasing-test", outbox, source.withZone(ZoneOffset.UTC))),
                transactions,
                source.withZone(ZoneOffset.UTC));
        for (var offset = 0; offset < 2; offset++) {
            keep(offset);
        }
        transactions.run(
                () -> letters.remove(letters.find("workspace.events-0-0").orElseThrow()));
    }

    @AfterEach
    void nobodyIsLeft() {
        transactions.run(() -> letters.find("workspace.events-0-1").ifPresent(letters::remove));
    }

    @Test
    void aLineThatCannotMoveIsLeftAloneLongerEachTime() {
        triesAfter(Duration.ZERO, 1);
        triesAfter(Duration.ZERO, 1);
        triesAfter(Duration.ofSeconds(1), 2);
        triesAfter(Duration.ofSeconds(1), 2);
        triesAfter(Duration.ofSeconds(1), 3);
        for (var more = 4; more < 9; more++) {
            triesAfter(Duration.ofMinutes(1), more);
        }
    }

    @Test
    void anOperatorsHandEndsThePause() {
        triesAfter(Duration.ZERO, 1);
        releasing.wake();
        triesAfter(Duration.ZERO, 2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itSaysWhichAndWhyWithoutContent(boolean mayPass, CapturedOutput log) {
        trouble = mayPass ? new RetryableFailure(new IOException("Secret")) : trouble;

        triesAfter(Duration.ZERO, 1);

        assertThat(log)
                .contains("workspace.events-0-1", mayPass ? "IOException" : "IllegalStateException")
                .doesNotContain("Secret");
    }

    @Test
    void oneThatEndsItsProcessEachTimeIsGivenUpAndItsLineStands() {
        var head = letters.find("workspace.events-0-1").orElseThrow();
        for (var died = 0; died < 5; died++) {
            letters.beginAttempt(head);
        }

        triesAfter(Duration.ZERO, 0);

        assertThat(letters.find(head.id()).orElseThrow().reason().kind()).isEqualTo("handling-never-ended");
        assertThat(letters.findReleasedQueues())
                .extracting(SubjectQueue::subject)
                .doesNotContain(subject);
    }

    @Test
    void oneWhoseHandlingFailsIsNoneThatEndsItsProcess() {
        for (var time = 1; time < 9; time++) {
            triesAfter(Duration.ofMinutes(1), time);
        }
    }

    @Test
    void anErrorOfItsHandlingEndsNothing() {
        error = new StackOverflowError();

        triesAfter(Duration.ZERO, 1);
        triesAfter(Duration.ofMinutes(1), 2);
    }

    @Test
    void whatStoodBehindOneThatExpiredGoesOn() {
        keep(2);
        transactions.run(() -> letters.updateReason(
                letters.find("workspace.events-0-1").orElseThrow(),
                new DeadLetterReason("NullPointerException", null)));
        mongo.getCollection("deadLetters").deleteOne(new Document("_id", "workspace.events-0-1"));

        triesAfter(Duration.ofMinutes(1), 1);

        mongo.getCollection("deadLetters").deleteOne(new Document("_id", "workspace.events-0-2"));
        triesAfter(Duration.ofMinutes(1), 1);
        assertThat(letters.findBlockedQueues(List.of(new SubjectQueue("workspace.events", subject))))
                .isEmpty();
    }

    @Test
    void aLetterKnowsWhenItIsGivenUp() {
        var stored = mongo.getCollection("deadLetters")
                .find(new Document("_id", "workspace.events-0-1"))
                .first();

        assertThat(stored).isNotNull();
        assertThat(Duration.between(
                        stored.getDate("at").toInstant(),
                        stored.getDate("expiresAt").toInstant()))
                .isEqualTo(Duration.ofDays(30));
        assertThat(mongo.getCollection("deadLetters").listIndexes())
                .anySatisfy(index -> assertThat(index)
                        .containsEntry("key", new Document("expiresAt", 1))
                        .hasEntrySatisfying(
                                "expireAfterSeconds",
                                after ->
                                        assertThat(((Number) after).longValue()).isZero()));
    }

    @Test
    void theLettersOfADeletedWorkspaceGoWithItAndNoOthers() {
        var workspace = WorkspaceId.next();
        var erasing = new DeadLetterEraser(letters);
        keep(7, workspace);
        keep(8, WorkspaceId.next());

        assertThat(erasing.erase(DeletionTarget.project(workspace, ProjectId.next()), 10))
                .isZero();
        assertThat(erasing.erase(DeletionTarget.workspace(workspace), 10)).isEqualTo(1);
        assertThat(erasing.erase(DeletionTarget.workspace(workspace), 10)).isZero();

        assertThat(letters.find("workspace.events-0-7")).isEmpty();
        assertThat(letters.find("workspace.events-0-8")).isPresent();
        mongo.getCollection("deadLetters").deleteOne(new Document("_id", "workspace.events-0-8"));
    }

    private void triesAfter(Duration time, int expected) {
        now.set(now.get().plus(time));
        releasing.releaseHeads();
        assertThat(tries).hasValue(expected);
    }

    private void keep(long offset) {
        keep(offset, WorkspaceId.next());
    }

    private void keep(long offset, WorkspaceId workspace) {
        var record = new ConsumerRecord<>("workspace.events", 0, offset, "key", "{}");
        record.headers().add("ce_workspaceid", workspace.toString().getBytes(UTF_8));
        record.headers().add("ce_subject", subject.getBytes(UTF_8));
        transactions.run(() -> letters.save(record, DeadLetterReason.parked()));
    }

    /** Fails in each attempt. */
    private final class FailingReplayHandler implements ReplayHandler {
        @Override
        public boolean handles(String topic) {
            return true;
        }

        @Override
        public Supplier<ReplayOutcome> prepare(DeadLetter letter) {
            tries.incrementAndGet();
            if (error != null) {
                throw error;
            }
            throw trouble;
        }
    }
}
