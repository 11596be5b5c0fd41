package dev.atelier.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchJobTest {
    private static final String ITEM = "boxes";

    private final WorkQueueFixture work = new WorkQueueFixture();
    private final WorkQueue<BatchJob> queue = new WorkQueue<>(
            "batch-jobs",
            BatchJob.class,
            WorkQueueFixture.POLICY,
            work.store,
            work.mongo.getConverter(),
            work::inTransaction);
    private final Boxes boxes = new Boxes();
    private final WorkQueueWorker<BatchJob> worker =
            new WorkQueueWorker<>(queue, List.of(new BatchJobWorkHandler(boxes)), work.meters);
    private final BatchJob job =
            BatchJob.ofMember(ITEM, WorkspaceId.next(), new UserId(UUID.randomUUID()), new UserId(UUID.randomUUID()));

    @AfterEach
    void close() {
        work.close();
    }

    private void enqueue() {
        work.inTransaction(() -> queue.enqueue(job.request()));
    }

    @Test
    void batchesFollowUntilNothingIsLeft() {
        boxes.left.addAll(List.of("a", "b", "c"));
        enqueue();

        assertThat(worker.tryOne()).isTrue();

        assertThat(boxes.done).containsExactly("a", "b", "c");
        assertThat(boxes.seen).containsOnly(job);
        assertThat(queue.find(job.request().id())).isEmpty();
        assertThat(worker.tryOne()).isFalse();
    }

    @Test
    void anotherWorkerGoesOnWhereOneFailed() {
        boxes.left.addAll(List.of("a", "b"));
        boxes.afterBatch = () -> {
            if (boxes.done.size() == 2) {
                boxes.afterBatch = () -> {};
                throw new IllegalStateException("the database is away");
            }
        };
        enqueue();

        worker.tryOne();
        work.pass(WorkQueueFixture.POLICY.backoff().first());
        worker.tryOne();

        assertThat(boxes.positions).containsExactly(null, "a", "a");
    }

    @Test
    void aJobThatIsEnqueuedAnewMeanwhileBeginsAnew() {
        boxes.left.add("a");
        boxes.afterBatch = () -> {
            if (boxes.done.size() == 1) {
                boxes.left.add("late");
                enqueue();
            }
        };
        enqueue();

        worker.tryOne();
        assertThat(queue.find(job.request().id())).isPresent();
        worker.tryOne();

        assertThat(boxes.done).containsExactly("a", "late");
        assertThat(boxes.requests.getLast()).isAfterOrEqualTo(boxes.requests.getFirst());
        assertThat(queue.find(job.request().id())).isEmpty();
    }

    /** Takes one box a batch; the position is the box that it took last. */
    private static final class Boxes implements BatchJobHandler {
        private final Deque<String> left = new ArrayDeque<>();
        private final List<String> done = new ArrayList<>();
        private final List<BatchJob> seen = new ArrayList<>();
        private final List<@Nullable String> positions = new ArrayList<>();
        private final List<Instant> requests = new ArrayList<>();
        private Runnable afterBatch = () -> {};

        @Override
        public String kind() {
            return ITEM;
        }

        @Override
        public @Nullable String handle(BatchJob what, Instant requestedAt, @Nullable String position) {
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
}
