package dev.atelier.kit.work;

import static dev.atelier.kit.work.WorkQueueFixture.KIND;
import static dev.atelier.kit.work.WorkQueueFixture.POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.id.WorkspaceId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkQueueWorkerTest {
    private static final Duration SHORT = Duration.ofSeconds(1);

    private WorkQueueFixture work = new WorkQueueFixture();

    @AfterEach
    void close() {
        work.close();
    }

    private double failures() {
        return work.meters.counter("atelier.work.failures", "queue", "prints").count();
    }

    @Test
    void whatFailsIsTriedAgainAfterAPauseThatGrowsAndThenGivenUp() {
        work.enqueue("a", null);
        work.handling = claim -> {
            throw new StackOverflowError();
        };

        work.worker.tryOne();
        assertThat(work.state("a")).isEqualTo(WorkItemState.SCHEDULED);
        assertThat(work.until("a")).isBetween(Duration.ZERO, Duration.ofSeconds(1));
        assertThat(work.worker.tryOne()).isFalse();
        work.pass(Duration.ofSeconds(1));
        work.worker.tryOne();
        assertThat(work.until("a")).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        work.pass(Duration.ofSeconds(2));
        work.worker.tryOne();

        var status = work.queue.find("a").orElseThrow();
        assertThat(status.state()).isEqualTo(WorkItemState.GIVEN_UP);
        assertThat(status.reason()).isEqualTo("StackOverflowError");
        assertThat(work.givenUp).containsExactly("StackOverflowError");
        assertThat(failures()).isEqualTo(3);
        work.pass(Duration.ofDays(1));
        assertThat(work.worker.tryOne()).isFalse();
    }

    @Test
    void anItemThatKillsItsProcessIsGivenUpAfterItsAttemptsAndBlocksNoOther() {
        var workspace = WorkspaceId.next();
        work.enqueue("lethal", workspace);
        work.enqueue("other", workspace);
        var killed = work.queue.claim(Map.of(KIND, work)).orElseThrow();
        assertThat(killed.id()).isEqualTo("lethal");
        for (int n = 1; n < POLICY.attempts(); n++) {
            work.pass(POLICY.lease());
            if (n == 1) {
                work.worker.tryOne();
                assertThat(work.done)
                        .as("before the lethal one's turn comes again")
                        .containsExactly("other");
            }
            assertThat(work.queue.claim(Map.of(KIND, work)).orElseThrow().attempts())
                    .isEqualTo(n + 1);
        }
        work.pass(POLICY.lease());

        work.worker.tryOne();

        assertThat(work.done).containsExactly("other");
        assertThat(work.state("lethal")).isEqualTo(WorkItemState.GIVEN_UP);
        assertThat(work.givenUp).containsExactly("its attempts did not end");
    }

    @Test
    void givingUpAndTheHookAreOneTransaction() {
        work.enqueue("a", null);
        work.handling = claim -> claim.giveUp("the project is too large");
        work.hook = () -> {
            throw new IllegalStateException("the feature's document is locked");
        };

        work.worker.tryOne();
        assertThat(work.mongo.getCollection("failed").countDocuments()).isZero();
        assertThat(work.state("a")).isEqualTo(WorkItemState.SCHEDULED);

        work.hook = () -> {};
        work.pass(SHORT);
        work.worker.tryOne();
        assertThat(work.mongo.getCollection("failed").countDocuments()).isEqualTo(1);
        assertThat(work.state("a")).isEqualTo(WorkItemState.GIVEN_UP);
        assertThat(work.queue.find("a").orElseThrow().reason()).isEqualTo("the project is too large");
    }

    @Test
    void anItemWhoseHookAlwaysFailsIsGivenUpWithoutIt() {
        work.enqueue("a", null);
        for (int n = 0; n < POLICY.attempts() + 3; n++) {
            work.queue.claim(Map.of(KIND, work)).orElseThrow();
            work.pass(POLICY.lease());
        }
        work.hook = () -> {
            throw new IllegalStateException("always");
        };

        work.worker.tryOne();

        assertThat(work.state("a")).isEqualTo(WorkItemState.GIVEN_UP);
    }

    @Test
    void whatWasGivenUpIsKeptForItsTimeAndRetriedByAnOperator() {
        work.enqueue("a", null);
        work.handling = claim -> {
            claim.advance("half");
            claim.giveUp("no");
        };
        work.worker.tryOne();
        assertThat(work.stored("a").getDate("expiresAt").toInstant())
                .isBetween(
                        Instant.now().plus(POLICY.kept()).minusSeconds(60),
                        Instant.now().plus(POLICY.kept()));
        assertThat(work.queue.list(WorkItemState.GIVEN_UP, null, 10))
                .extracting(WorkItemStatus::id)
                .containsExactly("a");

        work.handling = claim -> {};
        assertThat(work.queue.retry("a")).isTrue();
        assertThat(work.queue.retry("a")).isFalse();
        assertThat(work.stored("a")).doesNotContainKey("expiresAt");
        work.worker.tryOne();

        assertThat(work.positions).containsExactly(null, "half");
        assertThat(work.done).hasSize(2);
        assertThat(work.queue.find("a")).isEmpty();
    }

    @Test
    void aReleasedItemGoesOnAtItsPositionWithAllItsAttempts() {
        work.enqueue("a", null);
        work.handling = claim -> {
            if (claim.item().position() == null) {
                claim.release("$half");
            }
        };

        work.worker.tryOne();
        assertThat(work.state("a")).isEqualTo(WorkItemState.WAITING);
        assertThat(work.stored("a").getInteger("attempts")).isZero();
        work.worker.tryOne();

        assertThat(work.positions).containsExactly(null, "$half");
        assertThat(work.queue.find("a")).isEmpty();
    }

    @Test
    void aLeaseIsRenewedWhileAHandlerWorks() {
        work.close();
        work = new WorkQueueFixture(POLICY.withLease(SHORT));
        work.enqueue("a", null);
        work.handling = claim -> await().atMost(Duration.ofSeconds(20)).until(() -> {
            var end = work.stored("a").getDate("dueAt").toInstant();
            return claim.item().enqueuedAt().plus(SHORT.multipliedBy(2)).isBefore(end);
        });

        work.worker.tryOne();

        assertThat(work.done).containsExactly("a");
    }

    @Test
    void aHandlerThatHangsLosesItsItem() {
        work.close();
        work = new WorkQueueFixture(POLICY.withLease(SHORT).withLongestClaim(SHORT));
        work.enqueue("a", null);
        var other = work.queue(POLICY);
        work.handling = claim -> await().atMost(Duration.ofSeconds(20))
                .until(() -> other.claim(Map.of(KIND, work)).isPresent());

        work.worker.tryOne();

        assertThat(work.state("a")).isEqualTo(WorkItemState.CLAIMED);
        assertThat(work.stored("a").getInteger("attempts")).isEqualTo(2);
    }

    @Test
    void metersTellOfEachQueue() {
        var meters = new SimpleMeterRegistry();
        new WorkQueueMetrics(() -> Stream.of(work.queue)).bindTo(meters);
        List.of("a", "b", "c").forEach(id -> work.enqueue(id, null));
        work.handling = claim -> claim.giveUp("no");
        work.worker.tryOne();
        work.pass(Duration.ofMinutes(1));

        assertThat(meters.get("atelier.work.waiting").gauge().value()).isEqualTo(2);
        assertThat(meters.get("atelier.work.oldest.seconds").gauge().value()).isBetween(60.0, 90.0);
        assertThat(meters.get("atelier.work.given.up")
                        .tag("queue", "prints")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }
}
