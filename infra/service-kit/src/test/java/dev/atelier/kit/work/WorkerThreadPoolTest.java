package dev.atelier.kit.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.health.contributor.Status;

class WorkerThreadPoolTest {
    private final AtomicInteger done = new AtomicInteger();
    private WorkerThreadPool workers = new WorkerThreadPool("none", 1, () -> false);

    @AfterEach
    void stop() {
        workers.stop();
    }

    static Stream<Supplier<Throwable>> whatever() {
        return Stream.of(
                StackOverflowError::new,
                () -> new OutOfMemoryError("as if"),
                () -> new NoClassDefFoundError("gone"),
                () -> new IllegalStateException("no"),
                () -> new InterruptedException("a library's"));
    }

    @ParameterizedTest
    @MethodSource("whatever")
    void survivesWhateverAJobThrows(Supplier<Throwable> thrown) {
        var failures = new AtomicInteger(2);
        workers = new WorkerThreadPool("test", 2, () -> {
            if (failures.getAndDecrement() > 0) {
                throw WorkerThreadPoolTest.<RuntimeException>sneaky(thrown.get());
            }
            return done.incrementAndGet() < 10;
        });
        workers.start();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(done).hasValueGreaterThanOrEqualTo(10));
        assertThat(workers.alive()).isEqualTo(2);
    }

    @Test
    void aJobThatLeavesItsThreadInterruptedEndsNothing() {
        workers = new WorkerThreadPool("test", 1, () -> {
            Thread.currentThread().interrupt();
            return done.incrementAndGet() % 2 == 0;
        });
        workers.start();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(done).hasValueGreaterThan(10));
    }

    @Test
    void whatIsBeingDoneIsFinishedBeforeTheStopReturns() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        workers = new WorkerThreadPool("test", 1, () -> {
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                return false;
            }
            done.incrementAndGet();
            return true;
        });
        workers.start();
        begun.await();
        WorkerThread.runOnce("test-stop", mayEnd::countDown);

        workers.stop();

        assertThat(done).hasPositiveValue();
        assertThat(workers.alive()).isZero();
    }

    @Test
    void aServiceIsNotReadyWhileAPoolIsShortOfThreads() {
        var whole = new FakeWorkerPool("whole", 2, 2);
        var stopped = new FakeWorkerPool("stopped", 0, 0);
        assertThat(health(whole, stopped).getStatus()).isEqualTo(Status.UP);

        var health = health(whole, stopped, new FakeWorkerPool("report-maker", 2, 1));

        assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.getDetails()).containsOnlyKeys("report-maker");
    }

    private static org.springframework.boot.health.contributor.Health health(WorkerPool... pools) {
        return new WorkerHealth(() -> List.of(pools).stream()).health();
    }

    @SuppressWarnings("unchecked") // throws an undeclared checked exception, as a library in another JVM language could
    private static <T extends Throwable> T sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private record FakeWorkerPool(String name, int size, int alive) implements WorkerPool {}
}
