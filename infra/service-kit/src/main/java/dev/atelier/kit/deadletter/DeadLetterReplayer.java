package dev.atelier.kit.deadletter;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.deadletter.ReplayHandler.ReplayOutcome;
import dev.atelier.kit.kafka.TransientFailureClassifier;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles dead letters again, or drops them. The effect and the letter's end are one transaction: however many replay it
 * at once, it takes effect once.
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
     * Handles a letter once more.
     *
     * @throws NotFound where there is none, or another one took it
     * @throws ParkedBehindEarlier where it is not the first of its subject
     * @throws NoHandlerForTopic where it can only be dropped
     * @throws ReplayNotPossibleNow where a cause may pass; nothing changed
     */
    ReplayResult replay(String id, UserId by) {
        return replay(letters.find(id).orElseThrow(NotFound::new), handled -> acts.replayed(id, handled, by));
    }

    /** The same for one whose turn has come by itself. */
    ReplayResult replay(DeadLetter letter) {
        return replay(letter, _ -> {});
    }

    private ReplayResult replay(DeadLetter letter, Consumer<Boolean> told) {
        try {
            var attempt = attempt(letter).prepare(letter);
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
            throw TransientFailureClassifier.of(e) ? notAtTheMoment(letter, e) : e;
        }
    }

    /**
     * Gives a letter up.
     *
     * @throws NotFound where there is none
     * @throws ParkedBehindEarlier where it is not the first of its subject
     */
    void drop(String id, UserId by) {
        transactionRunner.run(() -> {
            letters.take(letters.find(id).orElseThrow(NotFound::new));
            acts.dropped(id, by);
        });
    }

    private ReplayOutcome replay(DeadLetter letter, Supplier<ReplayOutcome> attempt) {
        letters.take(letter);
        try {
            return attempt.get();
        } catch (RuntimeException | Error e) {
            throw new HandlerFailure(e);
        }
    }

    private ReplayResult failed(DeadLetter letter, Throwable failure, Consumer<Boolean> told) {
        if (TransientFailureClassifier.of(failure)) {
            throw notAtTheMoment(letter, failure);
        }
        var reason = DeadLetterReason.failed(failure);
        transactionRunner.run(() -> {
            letters.failedAgain(letter, reason);
            told.accept(false);
        });
        return new ReplayResult(ReplayOutcome.FAILED, reason);
    }

    private static ReplayNotPossibleNow notAtTheMoment(DeadLetter letter, Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var reason = DeadLetterReason.failed(cause);
        log.info("{} cannot be handled at the moment: {}, {}", letter.id(), reason.kind(), reason.explanation());
        return new ReplayNotPossibleNow();
    }

    private ReplayHandler attempt(DeadLetter letter) {
        return attempts.get()
                .filter(one -> one.handles(letter.topic()))
                .findFirst()
                .orElseThrow(NoHandlerForTopic::new);
    }

    /**
     * What a replay came to.
     *
     * @param reason where it failed again
     */
    record ReplayResult(ReplayOutcome outcome, @Nullable DeadLetterReason reason) {}

    /** Keeps a handler's own refusals apart from ours. */
    private static final class HandlerFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Throwable failure;

        HandlerFailure(Throwable failure) {
            super(failure);
            this.failure = failure;
        }
    }

    /** What the handling needs is away; the letter is as it was. */
    @ProblemType("not-at-the-moment")
    static final class ReplayNotPossibleNow extends Refusal {
        private static final long serialVersionUID = 1;

        ReplayNotPossibleNow() {
            super(
                    dev.atelier.kit.problem.RefusalReason.UNAVAILABLE,
                    "It cannot be handled at the moment: something it needs is away. Nothing changed; try again later.",
                    Map.of(),
                    Duration.ofSeconds(5));
        }
    }
}
