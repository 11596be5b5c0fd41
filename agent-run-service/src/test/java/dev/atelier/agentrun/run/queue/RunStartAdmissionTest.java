package dev.atelier.agentrun.run.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.atelier.agentrun.run.RunSettings;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.events.id.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RunStartAdmissionTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final WorkspaceId workspace = WorkspaceId.next();
    private final UserId lea = new UserId(UuidV7.next());
    private final UserId noah = new UserId(UuidV7.next());
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger working = new AtomicInteger();
    private boolean counted;
    private final List<Thread> threads = new ArrayList<>();

    @Test
    void startsOfOnePersonTakeTurnsAndThoseOfOthersDoNotWait() {
        var admission = admission(8, 8, LONG);
        var first = start(admission, lea);
        var second = start(admission, lea);
        var other = start(admission, noah);
        await().until(() -> working.get() == 2 && waits(1));

        release.countDown();

        assertThat(List.of(first.join(), second.join(), other.join())).hasSize(3);
    }

    @Test
    void startsThatAPlanCountsTakeTurnsWhoeverMakesThem() {
        counted = true;
        var admission = admission(8, 8, LONG);
        var first = start(admission, lea);
        var other = start(admission, noah);
        await().until(() -> working.get() == 1 && waits(1));

        release.countDown();

        assertThat(List.of(first.join(), other.join())).hasSize(2);
    }

    @Test
    void asManyWaitAsMayAndTheNextIsToldAtOnce() {
        var admission = admission(8, 2, LONG);
        var admitted = List.of(start(admission, lea), start(admission, lea), start(admission, lea));
        await().until(() -> working.get() == 1 && waits(2));

        assertThatExceptionOfType(TooManyRunStarts.class)
                .isThrownBy(() -> admission.admit(workspace, lea, () -> "never"))
                .matches(refused -> Duration.ofSeconds(1).equals(refused.retryAfter()));

        release.countDown();
        admitted.forEach(CompletableFuture::join);
        assertThat(admission.admit(workspace, lea, () -> "again")).isEqualTo("again");
    }

    @Test
    void whoWaitsTooLongIsToldAndDoesNothing() {
        var admission = admission(8, 8, Duration.ZERO);
        var first = start(admission, lea);
        await().until(() -> working.get() == 1);

        assertThatExceptionOfType(TooManyRunStarts.class)
                .isThrownBy(() -> admission.admit(workspace, lea, working::incrementAndGet));
        assertThat(working).hasValue(1);

        release.countDown();
        first.join();
    }

    @Test
    void anInstanceStartsAsManyAtOnceAsItMay() {
        var admission = admission(1, 8, Duration.ZERO);
        var first = start(admission, lea);
        await().until(() -> working.get() == 1);

        assertThatExceptionOfType(TooManyConcurrentStarts.class)
                .isThrownBy(() -> admission.admit(workspace, noah, () -> "never"))
                .matches(refused -> Duration.ofSeconds(1).equals(refused.retryAfter()));

        release.countDown();
        first.join();
        assertThat(admission.admit(workspace, noah, () -> "now")).isEqualTo("now");
    }

    @Test
    void whatFailsMakesRoom() {
        var admission = admission(1, 1, Duration.ZERO);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> admission.admit(workspace, lea, () -> {
                    throw new IllegalStateException("no");
                }));

        assertThat(admission.admit(workspace, lea, () -> "yes")).isEqualTo("yes");
    }

    private CompletableFuture<String> start(RunStartAdmission admission, UserId person) {
        return CompletableFuture.supplyAsync(
                () -> admission.admit(workspace, person, () -> {
                    working.incrementAndGet();
                    released();
                    return "started";
                }),
                task -> threads.add(Thread.ofPlatform().start(task)));
    }

    private void released() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether that many starts wait in their own queue; the active ones wait for the test. */
    private boolean waits(int expected) {
        return threads.stream()
                        .filter(thread -> thread.getState() == Thread.State.TIMED_WAITING)
                        .count()
                == expected;
    }

    private RunStartAdmission admission(int atOnce, int waiting, Duration wait) {
        return new RunStartAdmission(
                _ -> counted, new RunSettings(100, Duration.ofSeconds(15), atOnce, waiting, wait, 100));
    }
}
