package dev.atelier.kit.work;

import static dev.atelier.kit.work.WorkQueueFixture.KIND;
import static dev.atelier.kit.work.WorkQueueFixture.POLICY;
import static dev.atelier.kit.work.WorkQueueFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.work.WorkQueueFixture.PrintJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkQueueTest {
    private final WorkQueueFixture work = new WorkQueueFixture();
    private final WorkQueue<PrintJob> queue = work.queue;

    @AfterEach
    void close() {
        work.close();
    }

    private WorkClaim<PrintJob> claim() {
        return queue.claim(Map.of(KIND, work)).orElseThrow();
    }

    @Test
    void anItemIsEnqueuedWithWhatCausedItOrNotAtAll() {
        var wakes = new AtomicInteger();
        queue.onEnqueued(wakes::incrementAndGet);
        assertThatIllegalStateException().isThrownBy(() -> queue.enqueue(request("a", null)));
        work.rolledBack(() -> queue.enqueue(request("a", null)));

        assertThat(queue.find("a")).isEmpty();
        assertThat(wakes).hasValue(0);
        assertThat(work.worker.tryOne()).isFalse();

        work.enqueue("a", null);
        assertThat(wakes).hasValue(1);
        assertThat(work.worker.tryOne()).isTrue();
        assertThat(work.done).containsExactly("a");
        assertThat(queue.find("a")).isEmpty();
    }

    @Test
    void aPayloadIsStoredAsItIs() {
        work.inTransaction(() -> queue.enqueue(WorkRequest.of(KIND, null, new PrintJob("$$NOW"))));

        work.worker.tryOne();

        assertThat(work.done).containsExactly("$$NOW");
    }

    @Test
    void theSameIdIsQueuedOnce() {
        work.enqueue("a", null);
        work.enqueue("a", null);

        assertThat(queue.count(WorkItemState.WAITING)).isEqualTo(1);
    }

    @Test
    void workspacesTakeTurnsHoweverMuchOneOfThemHas() {
        var large = WorkspaceId.next();
        var small = WorkspaceId.next();
        work.inTransaction(() -> {
            for (int n = 0; n < 100; n++) {
                queue.enqueue(request("large-" + n, large));
            }
        });
        work.enqueue("none", null);
        work.inTransaction(() -> List.of("small-0", "small-1").forEach(id -> queue.enqueue(request(id, small))));

        for (int n = 0; n < 5; n++) {
            assertThat(work.worker.tryOne()).isTrue();
        }

        assertThat(work.done).contains("none", "small-0", "small-1").hasSize(5);
    }

    @Test
    void ofOneWorkspaceWhatIsDueLongestComesFirst() {
        var workspace = WorkspaceId.next();
        List.of("c", "a", "b").forEach(id -> work.enqueue(id, workspace));

        while (work.worker.tryOne()) {
            assertThat(work.done).isNotEmpty();
        }

        assertThat(work.done).containsExactly("c", "a", "b");
    }

    @Test
    void whatIsScheduledIsDoneWhenItIsDue() {
        work.inTransaction(
                () -> queue.enqueue(request("a", null).due(Instant.now().plus(Duration.ofHours(1)))));
        assertThat(work.state("a")).isEqualTo(WorkItemState.SCHEDULED);
        assertThat(work.worker.tryOne()).isFalse();

        work.pass(Duration.ofHours(1));

        assertThat(work.worker.tryOne()).isTrue();
        assertThat(work.done).containsExactly("a");
    }

    @Test
    void whoLostAClaimEndsNothing() {
        work.enqueue("a", null);
        var lost = claim();
        assertThat(queue.claim(Map.of(KIND, work))).as("one at a time").isEmpty();
        work.pass(POLICY.lease());
        var holder = claim();

        assertThat(lost.renew()).isFalse();
        List.<Runnable>of(
                        lost::complete,
                        () -> lost.progress(1, 2),
                        () -> lost.advance("b"),
                        () -> lost.release("b"),
                        () -> lost.postpone(Instant.EPOCH),
                        () -> lost.fail(new IllegalStateException()),
                        () -> lost.giveUp("no"))
                .forEach(end -> assertThatExceptionOfType(WorkClaimLost.class).isThrownBy(end::run));

        holder.advance("c");
        assertThat(queue.find("a").orElseThrow().position()).isEqualTo("c");
        assertThat(work.mongo.getCollection("failed").countDocuments()).isZero();
        holder.complete();
        assertThat(queue.find("a")).isEmpty();
    }

    @Test
    void whatIsEnqueuedAnewAfterItsEndIsNotEndedByWhoHadItBefore() {
        work.enqueue("a", null);
        var lost = claim();
        work.pass(POLICY.lease());
        claim().complete();
        work.enqueue("a", null);
        claim();

        assertThatExceptionOfType(WorkClaimLost.class).isThrownBy(lost::complete);
        assertThat(work.state("a")).isEqualTo(WorkItemState.CLAIMED);
    }

    @Test
    void anEndWithinATransactionIsTakenBackWithIt() {
        work.enqueue("a", null);
        var claim = claim();

        work.rolledBack(claim::complete);

        assertThat(work.state("a")).isEqualTo(WorkItemState.CLAIMED);
    }

    @Test
    void tokensGrow() {
        var tokens = new ArrayList<Long>();
        work.enqueue("a", null);
        tokens.add(work.stored("a").getLong("token"));
        claim();
        tokens.add(work.stored("a").getLong("token"));
        work.enqueue("a", null);
        tokens.add(work.stored("a").getLong("token"));

        assertThat(tokens).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whatIsEnqueuedAnewWhileItIsDoneStartsAnew() {
        work.enqueue("a", null);
        var before = claim();
        before.advance("half");

        work.enqueue("a", null);

        assertThat(work.state("a")).isEqualTo(WorkItemState.WAITING);
        assertThatExceptionOfType(WorkClaimLost.class).isThrownBy(before::complete);
        assertThat(claim().item().position()).isNull();
    }

    @Test
    void aCancelledItemIsGoneAndItsHandlerLearnsIt() {
        work.enqueue("a", null);
        work.handling = claim -> {
            assertThat(queue.cancel("a")).isTrue();
            claim.progress(1, 2);
        };

        assertThat(work.worker.tryOne()).isTrue();

        assertThat(work.done).isEmpty();
        assertThat(queue.find("a")).isEmpty();
        assertThat(queue.cancel("a")).isFalse();
    }

    @Test
    void progressIsReadable() {
        work.enqueue("a", null);
        claim().progress(30, 200);

        var status = queue.find("a").orElseThrow();

        assertThat(status.done()).isEqualTo(30);
        assertThat(status.total()).isEqualTo(200);
        assertThat(status.state()).isEqualTo(WorkItemState.CLAIMED);
    }

    @Test
    void whatIsPostponedWaitsAndThatIsNoAttempt() {
        work.enqueue("a", null);
        claim().postpone(Instant.now().plus(Duration.ofMinutes(5)));

        assertThat(work.state("a")).isEqualTo(WorkItemState.SCHEDULED);
        assertThat(work.until("a")).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
        work.pass(Duration.ofMinutes(5));
        assertThat(claim().attempts()).isEqualTo(1);
    }

    @Test
    void aDeletedWorkspaceTakesItsItemsAlong() {
        var deleted = WorkspaceId.next();
        List.of("a", "b", "c").forEach(id -> work.enqueue(id, deleted));
        work.enqueue("other", WorkspaceId.next());
        work.enqueue("nobody's", null);

        assertThat(work.store.erase(deleted, 2)).isEqualTo(2);
        assertThat(work.store.erase(deleted, 2)).isEqualTo(1);
        assertThat(work.store.erase(deleted, 2)).isZero();

        assertThat(queue.count(WorkItemState.WAITING)).isEqualTo(2);
    }

    @Test
    void anItemOfAKindThatIsDoneElsewhereIsLeftAlone() {
        work.inTransaction(() -> queue.enqueue(WorkRequest.of("other", null, new PrintJob("a"))));

        assertThat(work.worker.tryOne()).isFalse();
    }

    @Test
    void whatIsDueIsFoundByAnIndexWhateverIsScheduledForLater() {
        var later = Instant.now().plus(Duration.ofDays(1));
        work.inTransaction(() -> {
            for (int n = 0; n < 200; n++) {
                queue.enqueue(request("later-" + n, WorkspaceId.next()).due(later));
            }
        });
        work.enqueue("now", WorkspaceId.next());

        var examined = explained(new Document("find", "work_items").append("filter", Document.parse("""
                        {queue: "prints", state: {$in: ["SCHEDULED", "CLAIMED"]}, $expr: {$lte: ["$dueAt", "$$NOW"]}}""")));

        assertThat(examined).isLessThan(5);
        work.worker.tryOne();
        assertThat(work.done).containsExactly("now");
    }

    private long explained(Document find) {
        var stats = work.mongo
                .getDb()
                .runCommand(new Document("explain", find).append("verbosity", "executionStats"))
                .get("executionStats", Document.class);
        return stats.getInteger("totalKeysExamined") + stats.getInteger("totalDocsExamined");
    }
}
