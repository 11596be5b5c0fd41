package dev.atelier.kit.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.testkit.RealBackingServices;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.UuidRepresentation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.MongoTransactionManager;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.transaction.support.TransactionTemplate;

class BatchJobWorkerTest {
    private static final String KIND = "boxes";
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(
                    new ConnectionString(RealBackingServices.mongo().uri("batches")))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .build());
    private final SimpleMongoClientDatabaseFactory databases = new SimpleMongoClientDatabaseFactory(client, "batches");
    private final MongoTemplate mongo = new MongoTemplate(databases);
    private final TransactionTemplate transaction = new TransactionTemplate(new MongoTransactionManager(databases));
    private final TestClock clock = new TestClock();
    private final BatchJobQueue queue = new BatchJobQueue(mongo, clock, event -> {});
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Boxes boxes = new Boxes();
    private final BatchJobWorker worker = new BatchJobWorker(queue, List.of(boxes), meters);
    private final BatchJob job =
            BatchJob.ofMember(KIND, WorkspaceId.next(), new UserId(UUID.randomUUID()), new UserId(UUID.randomUUID()));

    @BeforeEach
    void indexes() {
        queue.createIndexes();
    }

    @AfterEach
    void tidy() {
        mongo.getDb().drop();
        client.close();
    }

    private void add() {
        transaction.executeWithoutResult(status -> queue.add(job));
    }

    @Test
    void aJobIsQueuedWithWhatCausedItOrNotAtAll() {
        assertThatIllegalStateException().isThrownBy(() -> queue.add(job));
        transaction.executeWithoutResult(status -> {
            queue.add(job);
            status.setRollbackOnly();
        });

        assertThat(worker.tryOne()).isFalse();
        assertThat(queue.contains(job)).isFalse();
    }

    @Test
    void batchesFollowUntilNothingIsLeft() {
        boxes.left.addAll(List.of("a", "b", "c"));
        add();

        assertThat(queue.contains(job)).isTrue();
        assertThat(worker.tryOne()).isTrue();

        assertThat(boxes.done).containsExactly("a", "b", "c");
        assertThat(boxes.seen).containsOnly(job);
        assertThat(queue.contains(job)).isFalse();
        assertThat(worker.tryOne()).isFalse();
    }

    @Test
    void anotherWorkerGoesOnWhereOneDied() {
        boxes.left.addAll(List.of("c"));
        add();
        var dead = queue.claim(Set.of(KIND)).orElseThrow();
        assertThat(queue.advance(dead, "b")).isTrue();
        assertThat(worker.tryOne()).as("one at a time").isFalse();

        clock.now = NOON.plus(BatchJobQueue.LEASE);
        worker.tryOne();

        assertThat(boxes.positions).first().isEqualTo("b");
        assertThat(boxes.done).containsExactly("c");
        assertThat(queue.advance(dead, "z"))
                .as("a worker that lost its claim stops")
                .isFalse();
    }

    @Test
    void aJobThatIsQueuedAnewMeanwhileBeginsAnew() {
        boxes.left.add("a");
        boxes.afterBatch = () -> {
            if (boxes.done.size() == 1) {
                clock.now = NOON.plusSeconds(1);
                boxes.left.add("late");
                add();
            }
        };
        add();

        worker.tryOne();
        assertThat(queue.contains(job)).isTrue();
        worker.tryOne();

        assertThat(boxes.done).containsExactly("a", "late");
        assertThat(boxes.requests).last().isEqualTo(NOON.plusSeconds(1));
        assertThat(queue.contains(job)).isFalse();
    }

    @Test
    void aBatchThatFailsIsTriedAgainAfterAPauseThatGrows() {
        boxes.left.add("a");
        boxes.failures = 2;
        add();

        worker.tryOne();
        assertThat(worker.tryOne()).isFalse();
        clock.now = NOON.plusSeconds(1);
        assertThat(worker.tryOne()).isTrue();
        clock.now = NOON.plusSeconds(2);
        assertThat(worker.tryOne()).isFalse();
        clock.now = NOON.plusSeconds(3);
        worker.tryOne();

        assertThat(boxes.done).containsExactly("a");
        assertThat(meters.counter("atelier.batch.failures", "kind", KIND).count())
                .isEqualTo(2);
    }

    @Test
    void aJobOfAKindThatIsDoneElsewhereIsLeftAlone() {
        transaction.executeWithoutResult(
                status -> queue.add(BatchJob.ofPerson("other", new UserId(UUID.randomUUID()))));

        assertThat(worker.tryOne()).isFalse();
    }

    /** Handles one box in each batch; the position is the last box. */
    private static final class Boxes implements BatchJobHandler {
        private final Deque<String> left = new ArrayDeque<>();
        private final List<String> done = new ArrayList<>();
        private final List<BatchJob> seen = new ArrayList<>();
        private final List<@Nullable String> positions = new ArrayList<>();
        private final List<Instant> requests = new ArrayList<>();
        private Runnable afterBatch = () -> {};
        private int failures;

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public @Nullable String handle(BatchJob what, Instant requestedAt, @Nullable String position) {
            if (failures-- > 0) {
                throw new IllegalStateException("the database is away");
            }
            seen.add(what);
            positions.add(position);
            requests.add(requestedAt);
            var box = left.poll();
            if (box != null) {
                done.add(box);
            }
            afterBatch.run();
            return box;
        }
    }

    private static final class TestClock extends Clock {
        private Instant now = NOON;

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
