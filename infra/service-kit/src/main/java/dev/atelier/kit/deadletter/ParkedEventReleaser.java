package dev.atelier.kit.deadletter;

import dev.atelier.kit.deadletter.ReplayHandler.ReplayOutcome;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.work.WorkerPool;
import dev.atelier.kit.work.WorkerThreadPool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Handles the records that waited behind a removed dead letter, in order, until one fails or the queue is empty. The
 * database stores which queues are being released, so another instance continues where one dies.
 */
final class ParkedEventReleaser implements SmartLifecycle, WorkerPool {
    private static final Logger log = LoggerFactory.getLogger(ParkedEventReleaser.class);
    private static final Duration MENDING = Duration.ofMinutes(1);
    private static final int MOST_TURNS = 5;

    private final DeadLetterStore letters;
    private final DeadLetterReplayer deadLetterReplayer;
    private final TransactionRunner transactionRunner;
    private final Clock clock;
    private final SubjectQueueBackoff subjectQueueBackoff;
    private @Nullable Instant mended;
    private final WorkerThreadPool workerThreadPool = new WorkerThreadPool("dead-letters", 1, this::releaseHeads);

    ParkedEventReleaser(
            DeadLetterStore letters,
            DeadLetterReplayer deadLetterReplayer,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.letters = letters;
        this.deadLetterReplayer = deadLetterReplayer;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
        this.subjectQueueBackoff = new SubjectQueueBackoff(clock);
    }

    /**
     * Wakes the worker and resets all backoff pauses: a queue may have been released, or a missing dependency may be
     * available again.
     */
    void wake() {
        subjectQueueBackoff.forgetAll();
        workerThreadPool.wake();
    }

    /**
     * Handles the head of each released queue; returns false where there is nothing to do, or nothing can be done at
     * the moment.
     */
    boolean releaseHeads() {
        repairWhenDue();
        var moving = letters.findReleasedQueues();
        subjectQueueBackoff.forgetOthersThan(moving);
        var some = false;
        for (var subjectQueue : moving) {
            some |= subjectQueueBackoff.isElapsed(subjectQueue) && releaseHead(subjectQueue);
        }
        return some;
    }

    private boolean releaseHead(SubjectQueue subjectQueue) {
        var head = letters.head(subjectQueue);
        return head.isPresent() && replay(subjectQueue, head.get());
    }

    private void repairWhenDue() {
        var now = clock.instant();
        if (mended != null && now.isBefore(mended.plus(MENDING))) {
            return;
        }
        mended = now;
        letters.findOrphanedQueues().forEach(subjectQueue -> {
            log.warn(
                    "A dead letter of {} expired or was deleted with its workspace; the records behind it are released",
                    subjectQueue.topic());
            transactionRunner.run(() -> letters.repair(subjectQueue));
        });
    }

    private boolean replay(SubjectQueue subjectQueue, DeadLetter head) {
        try {
            if (letters.beginAttempt(head) > MOST_TURNS) {
                log.error(
                        "The handling of the dead letter {} never finished in {} attempts; the records behind it wait",
                        head.id(),
                        MOST_TURNS);
                transactionRunner.run(() -> letters.updateReason(head, DeadLetterReason.neverFinished()));
                letters.resetAttempts(head);
                return true;
            }
            if (deadLetterReplayer.replay(head).outcome() == ReplayOutcome.FAILED) {
                log.error("The parked record {} could not be handled; the records behind it wait", head.id());
            }
            subjectQueueBackoff.forget(subjectQueue);
            return true;
        } catch (NotFound | ParkedBehindEarlier e) {
            log.debug("Another instance handled the head of a queue of {}", subjectQueue.topic());
            return true;
        } catch (RuntimeException | Error e) {
            letters.resetAttempts(head);
            var reason = DeadLetterReason.failed(e);
            log.warn(
                    "The dead letter {} and the records behind it are retried after {}: {}, {}",
                    head.id(),
                    subjectQueueBackoff.startPause(subjectQueue),
                    reason.kind(),
                    reason.explanation());
            return false;
        }
    }

    @Override
    public void start() {
        workerThreadPool.start();
    }

    @Override
    public void stop() {
        workerThreadPool.stop();
    }

    @Override
    public boolean isRunning() {
        return workerThreadPool.isRunning();
    }

    @Override
    public String name() {
        return workerThreadPool.name();
    }

    @Override
    public int size() {
        return workerThreadPool.size();
    }

    @Override
    public int alive() {
        return workerThreadPool.alive();
    }
}
