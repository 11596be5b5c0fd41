package dev.atelier.kit.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.work.TestWorkQueue;
import dev.atelier.testkit.RealBackingServices;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.MongoTransactionManager;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.transaction.support.TransactionTemplate;

class ExpiredDataDeleterTest {
    private static final RetentionSettings SETTINGS = new RetentionSettings(LocalTime.of(2, 0));
    private static final Instant TODAY = Instant.now();
    private static final Instant TONIGHT = SETTINGS.nextAfter(TODAY);

    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(
                    new com.mongodb.ConnectionString(RealBackingServices.mongo().uri("sweep")))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .build());
    private final SimpleMongoClientDatabaseFactory databases = new SimpleMongoClientDatabaseFactory(client, "sweep");
    private final MongoTemplate mongo = new MongoTemplate(databases);
    private final TransactionTemplate transaction = new TransactionTemplate(new MongoTransactionManager(databases));
    private final TestClock clock = new TestClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TestWorkQueue<RetentionJob> work =
            new TestWorkQueue<>("retention", RetentionJob.class, mongo, transaction);
    private final RetentionStore retentionStore = new RetentionStore(mongo, work.queue(), SETTINGS, clock);
    private final WorkspaceId workspace = WorkspaceId.next();
    private final LetterExpiry letterExpiry = new LetterExpiry();
    private final ExpiredDataDeleter deleter =
            new ExpiredDataDeleter(retentionStore, List.of(letterExpiry), SETTINGS, meters, clock);

    @AfterEach
    void tidy() {
        mongo.getDb().drop();
        client.close();
    }

    /** Moves the time forward and processes the work that is due then. */
    private boolean runAt(Instant time) {
        clock.now = time;
        work.passUntil(time);
        return work.processNext(deleter);
    }

    private void keep(int days, Instant from) {
        keep(Map.of("letters", new RetentionPeriod(days, from)));
    }

    private void keep(Map<String, RetentionPeriod> keepings) {
        transaction.executeWithoutResult(status -> retentionStore.set(workspace, keepings));
    }

    @Test
    void nothingGoesBeforeTheNightAndThenWhatIsOldEnough() {
        letterExpiry.of(40, 31, 29);
        keep(30, Instant.EPOCH);

        assertThat(work.processNext(deleter)).isFalse();
        assertThat(runAt(TONIGHT)).isTrue();

        assertThat(letterExpiry.left).hasSize(1);
        assertThat(work.dueAt(workspace.toString())).isEqualTo(TONIGHT.plus(Duration.ofDays(1)));
        assertThat(meters.counter("atelier.retention.deleted", "kind", "letters")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void whatWasShortenedWaits() {
        letterExpiry.of(40);
        keep(30, TONIGHT.plusSeconds(1));

        runAt(TONIGHT);

        assertThat(letterExpiry.left).hasSize(1);
        runAt(TONIGHT.plus(Duration.ofDays(1)));
        assertThat(letterExpiry.left).isEmpty();
    }

    @Test
    void aLongerTimeHoldsFromTheNextBatchOn() {
        letterExpiry.of(90, 80, 70, 60, 50);
        letterExpiry.afterBatch = () -> keep(75, Instant.EPOCH);
        keep(30, Instant.EPOCH);

        runAt(TONIGHT);

        assertThat(letterExpiry.ages()).containsExactly(70L, 60L, 50L);
    }

    @Test
    void whatIsKeptAfterAllStays() {
        letterExpiry.of(90, 80, 70);
        letterExpiry.afterBatch = () -> keep(Map.of());
        keep(30, Instant.EPOCH);

        runAt(TONIGHT);

        assertThat(letterExpiry.left).hasSize(1);
        assertThat(runAt(TONIGHT.plus(Duration.ofDays(9)))).isFalse();
    }

    @Test
    void aChangeOfThePeriodsMovesNoNight() {
        keep(30, Instant.EPOCH);
        clock.now = TONIGHT.plusSeconds(1);

        keep(40, Instant.EPOCH);

        assertThat(work.dueAt(workspace.toString())).isEqualTo(TONIGHT);
    }

    @Test
    void whatWasGivenUpIsQueuedAgainWithTheNextSettings() {
        keep(30, Instant.EPOCH);
        changeItem(new Document("state", "GIVEN_UP"));

        keep(40, Instant.EPOCH);

        assertThat(work.queue().isOpen(workspace.toString())).isTrue();
    }

    @Test
    void aNightWithoutAFailureRestoresAllAttempts() {
        keep(30, Instant.EPOCH);
        changeItem(new Document("attempts", 5));

        runAt(TONIGHT);

        assertThat(work.queue().find(workspace.toString()).orElseThrow().attempts())
                .isZero();
    }

    private void changeItem(Document change) {
        mongo.getCollection("work_items")
                .updateOne(new Document("_id", "retention:" + workspace), new Document("$set", change));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aKindThatFailsHoldsBackNoOtherAndIsTriedAgain(boolean error) {
        var broken = new LetterExpiry();
        broken.name = "broken";
        broken.failures = 1;
        broken.error = error;
        broken.of(40);
        letterExpiry.of(40, 39, 38);
        var both = new ExpiredDataDeleter(retentionStore, List.of(broken, letterExpiry), SETTINGS, meters, clock);
        keep(Map.of(
                "broken", new RetentionPeriod(30, Instant.EPOCH), "letters", new RetentionPeriod(30, Instant.EPOCH)));
        clock.now = TONIGHT;
        work.passUntil(TONIGHT);

        work.processNext(both);

        assertThat(letterExpiry.left).isEmpty();
        assertThat(broken.left).hasSize(1);
        assertThat(meters.counter("atelier.retention.failures", "kind", "broken")
                        .count())
                .isEqualTo(1);
        assertThat(work.processNext(both)).isFalse();
        clock.now = TONIGHT.plus(Duration.ofMinutes(15));
        work.passUntil(clock.now);
        work.processNext(both);
        assertThat(broken.left).isEmpty();
    }

    /** Letters by the time they ended; each batch deletes two of them. */
    private final class LetterExpiry implements DataExpiry {
        private final List<Instant> left = new ArrayList<>();
        private Runnable afterBatch = () -> {};
        private int failures;
        private boolean error;
        private String name = "letters";

        void of(int... days) {
            for (var age : days) {
                left.add(TONIGHT.minus(Duration.ofDays(age)));
            }
        }

        List<Long> ages() {
            return left.stream()
                    .map(end -> Duration.between(end, TONIGHT).toDays())
                    .toList();
        }

        @Override
        public String kind() {
            return name;
        }

        @Override
        public int expire(WorkspaceId whose, Instant before, int limit) {
            if (failures-- > 0) {
                if (error) {
                    throw new StackOverflowError();
                }
                throw new IllegalStateException("the database is away");
            }
            assertThat(whose).isEqualTo(workspace);
            var old = left.stream().filter(end -> end.isBefore(before)).limit(2).toList();
            left.removeAll(old);
            afterBatch.run();
            return old.size();
        }

        @Override
        public long count(WorkspaceId whose, Instant before) {
            return left.stream().filter(end -> end.isBefore(before)).count();
        }
    }

    private static final class TestClock extends Clock {
        private Instant now = TODAY;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
