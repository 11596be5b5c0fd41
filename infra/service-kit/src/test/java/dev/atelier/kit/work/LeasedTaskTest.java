package dev.atelier.kit.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.kit.http.ServiceUnavailable;
import dev.atelier.kit.mongo.LeaseStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class LeasedTaskTest {
    private final String name = "task-" + UUID.randomUUID();
    private final AtomicInteger rounds = new AtomicInteger();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final WorkQueueFixture work = new WorkQueueFixture();
    private final MongoTemplate mongo = work.mongo;
    private final LeasedTaskFactory tasks = new LeasedTaskFactory(new LeaseStore(mongo, "this instance"), meters);
    private LeasedTask task;

    @AfterEach
    void end() {
        task.stop();
        work.close();
    }

    @Test
    void goesOnWhateverARoundThrows() {
        start(() -> {
            switch (rounds.incrementAndGet()) {
                case 1 -> throw new ServiceUnavailable("directory", Duration.ofSeconds(1));
                case 2 -> throw new IllegalStateException("on purpose");
                default -> {}
            }
        });

        await().until(() -> rounds.get() > 3);
        assertThat(count("unavailable")).isOne();
        assertThat(count("failed")).isOne();
        assertThat(count("completed")).isPositive();
    }

    @Test
    void waitsWhileAnotherInstanceHoldsTheLeaseAndTakesOverWhenItRunsOut() {
        var until = Instant.now().plusSeconds(2);
        lease(until);

        start(rounds::incrementAndGet);

        await().atMost(Duration.ofSeconds(20)).until(() -> rounds.get() > 0);
        assertThat(Instant.now()).isAfterOrEqualTo(until);
    }

    @Test
    void endsAtOnceAndLetsTheNextInstanceIn() {
        start(rounds::incrementAndGet);
        await().until(() -> rounds.get() > 0);

        task.stop();

        assertThat(task.isRunning()).isFalse();
        assertThat(task.alive()).isZero();
        assertThat(mongo.findById(name, Document.class, "leases").getDate("until"))
                .isEqualTo(new Date(0));
    }

    @Test
    void interruptsARoundThatDoesNotEnd() {
        var interrupted = new CountDownLatch(1);
        start(() -> {
            rounds.incrementAndGet();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> rounds.get() > 0);

        task.stop();

        assertThat(interrupted.getCount()).isZero();
    }

    private double count(String outcome) {
        return meters.counter("atelier.tasks", "task", name, "outcome", outcome).count();
    }

    private void start(Runnable round) {
        task = tasks.createTask(name, Duration.ofMillis(20), mayGoOn -> round.run());
        task.start();
    }

    private void lease(Instant until) {
        mongo.getCollection("leases")
                .insertOne(new Document("_id", name)
                        .append("owner", "another instance")
                        .append("token", 1L)
                        .append("until", Date.from(until)));
    }
}
