package dev.atelier.identity.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.identity.ServiceTest;
import dev.atelier.identity.account.DirectoryUnavailable;
import dev.atelier.kit.mongo.LeaseStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@ServiceTest
class LeasedTaskRunnerTest {
    private final String name = "loop-" + UUID.randomUUID();
    private final AtomicInteger rounds = new AtomicInteger();

    @Autowired
    LeaseStore leases;

    @Autowired
    MongoTemplate mongo;

    private LeasedTaskRunner loop;

    @AfterEach
    void end() {
        loop.stop();
    }

    @Test
    void goesOnWhateverARoundThrows() {
        start(() -> {
            switch (rounds.incrementAndGet()) {
                case 1 -> throw new DirectoryUnavailable();
                case 2 -> throw new IllegalStateException("on purpose");
                default -> {}
            }
        });

        await().until(() -> rounds.get() > 3);
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

        loop.stop();

        int last = rounds.get();
        assertThat(loop.isRunning()).isFalse();
        assertThat(mongo.findById(name, Document.class, "leases").getDate("until"))
                .isEqualTo(new Date(0));
        assertThat(rounds).hasValue(last);
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

        loop.stop();

        assertThat(interrupted.getCount()).isZero();
    }

    private void start(Runnable round) {
        loop = new LeasedTaskRunner(name, Duration.ofMillis(20), leases, mayGoOn -> round.run());
        loop.start();
    }

    private void lease(Instant until) {
        mongo.getCollection("leases")
                .insertOne(new Document("_id", name)
                        .append("owner", "another instance")
                        .append("token", 1L)
                        .append("until", Date.from(until)));
    }
}
