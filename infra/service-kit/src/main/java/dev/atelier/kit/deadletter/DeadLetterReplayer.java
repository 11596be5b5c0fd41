package dev.atelier.kit.deadletter;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.deadletter.ReplayHandler.ReplayOutcome;
import dev.atelier.kit.kafka.TransientFailureClassifier;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replays or drops dead letters. The effects and the removal of the dead letter are one transaction, so concurrent
 * replays take effect once.
 */
final class DeadLetterReplayer {
    private static final Logger log = LoggerFactory.getLogger(DeadLetterReplayer.class);

    private final DeadLetterStore letters;
    private final Supplier<Stream<ReplayHandler>> attempts;
    private final TransactionRunner transactionRunner;
    private final OperatorActionPublisher acts;

    DeadLetterReplayer(
            DeadLetterStore letters,
            Supplier<Stream<ReplayHandler>> attempts,
            TransactionRunner transactionRunner,
            OperatorActionPublisher acts) {
        this.letters = letters;
        this.attempts = attempts;
        this.transactionRunner = transactionRunner;
        this.acts = acts;
    }

    /**
     * Replays a dead letter for an operator.
     *
     * @throws NotFound where there is none, or another call removed it
     * @throws ParkedBehindEarlier where it is not the first of its subject
     * @throws NoHandlerForTopic where it can only be dropped
     * @throws ReplayNotPossibleNow where the cause may be transient; nothing changed
     */
    ReplayResult replay(String id, UserId by) {
        return replay(letters.find(id).orElseThrow(NotFound::new), handled -> acts.publishReplayed(id, handled, by));
    }

    /** Replays a dead letter that reached the head of its queue, without an operator. */
    ReplayResult replay(DeadLetter letter) {
        return replay(letter, _ -> {});
    }

    private ReplayResult replay(DeadLetter letter, Consumer<Boolean> told) {
        try {
            var attempt = requireHandler(letter).prepare(letter);
            return new ReplayResult(
                    transactionRunner.call(() -> {
                        var outcome = replay(letter, attempt);
                        told.accept(true);
                        return outcome;
                    }),
                    null);
        } catch (HandlerFailure handlerFailure) {
            return failed(letter, handlerFailure.failure, told);
        } catch (NotFound | ParkedBehindEarlier | NoHandlerForTopic refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            throw TransientFailureClassifier.isTransient(e) ? replayNotPossible(letter, e) : e;
        }
    }

    /**
     * Drops a dead letter.
     *
     * @throws NotFound where there is none
     * @throws ParkedBehindEarlier where it is not the first of its subject
     */
    void drop(String id, UserId by) {
        transactionRunner.run(() -> {
            letters.remove(letters.find(id).orElseThrow(NotFound::new));
            acts.publishDropped(id, by);
        });
    }

    private ReplayOutcome replay(DeadLetter letter, Supplier<ReplayOutcome> attempt) {
        letters.remove(letter);
        try {
            return attempt.get();
        } catch (RuntimeException | Error e) {
            throw new HandlerFailure(e);
        }
    }

    private ReplayResult failed(DeadLetter letter, Throwable failure, Consumer<Boolean> told) {
        if (TransientFailureClassifier.isTransient(failure)) {
            throw replayNotPossible(letter, failure);
        }
        var reason = DeadLetterReason.failed(failure);
        transactionRunner.run(() -> {
            letters.updateReason(letter, reason);
            told.accept(false);
        });
        return new ReplayResult(ReplayOutcome.FAILED, reason);
    }

    private static ReplayNotPossibleNow replayNotPossible(DeadLetter letter, Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var reason = DeadLetterReason.failed(cause);
        log.info(
                "The dead letter {} cannot be handled at the moment: {}, {}",
                letter.id(),
                reason.kind(),
                reason.explanation());
        return new ReplayNotPossibleNow();
    }

    private ReplayHandler requireHandler(DeadLetter letter) {
        return attempts.get()
                .filter(one -> one.handles(letter.topic()))
                .findFirst()
                .orElseThrow(NoHandlerForTopic::new);
    }

    /**
     * The result of a replay.
     *
     * @param reason set where it failed again
     */
    record ReplayResult(ReplayOutcome outcome, @Nullable DeadLetterReason reason) {}

    /** Distinguishes refusals that a handler throws from those of the replayer. */
    private static final class HandlerFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Throwable failure;

        HandlerFailure(Throwable failure) {
            super(failure);
            this.failure = failure;
        }
    }

    /** Something that the handler needs is not available; the dead letter is unchanged. */
    @ProblemType("not-at-the-moment")
    static final class ReplayNotPossibleNow extends Refusal {
        private static final long serialVersionUID = 1;

        ReplayNotPossibleNow() {
            super(
                    RefusalReason.UNAVAILABLE,
                    "It cannot be handled at the moment: something it needs is away. Nothing changed; try again later.",
                    Map.of(),
                    Duration.ofSeconds(5));
        }
    }
}
