package dev.atelier.kit.deadletter;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.deadletter.SecondAttempt.Outcome;
import dev.atelier.kit.kafka.TransientCause;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.web.NotFound;
import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Refusal;
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
final class Replays {
    private static final Logger log = LoggerFactory.getLogger(Replays.class);

    private final DeadLetters letters;
    private final Supplier<Stream<SecondAttempt>> attempts;
    private final Transactions transactions;
    private final OperatorActs acts;

    Replays(
            DeadLetters letters,
            Supplier<Stream<SecondAttempt>> attempts,
            Transactions transactions,
            OperatorActs acts) {
        this.letters = letters;
        this.attempts = attempts;
        this.transactions = transactions;
        this.acts = acts;
    }

    /**
     * Handles a letter once more.
     *
     * @throws NotFound where there is none, or another one took it
     * @throws WaitsBehind where it is not the first of its subject
     * @throws NothingHandlesIt where it can only be dropped
     * @throws NotAtTheMoment where a cause may pass; nothing changed
     */
    Replayed replay(String id, UserId by) {
        return replay(letters.find(id).orElseThrow(NotFound::new), handled -> acts.replayed(id, handled, by));
    }

    /** The same for one whose turn has come by itself. */
    Replayed replay(DeadLetter letter) {
        return replay(letter, _ -> {});
    }

    private Replayed replay(DeadLetter letter, Consumer<Boolean> told) {
        try {
            var attempt = attempt(letter).prepare(letter);
            return new Replayed(
                    transactions.call(() -> {
                        var outcome = replay(letter, attempt);
                        told.accept(true);
                        return outcome;
                    }),
                    null);
        } catch (Failed failed) {
            return failed(letter, failed.failure, told);
        } catch (NotFound | WaitsBehind | NothingHandlesIt refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            throw TransientCause.of(e) ? notAtTheMoment(letter, e) : e;
        }
    }

    /**
     * Gives a letter up.
     *
     * @throws NotFound where there is none
     * @throws WaitsBehind where it is not the first of its subject
     */
    void drop(String id, UserId by) {
        transactions.run(() -> {
            letters.take(letters.find(id).orElseThrow(NotFound::new));
            acts.dropped(id, by);
        });
    }

    private Outcome replay(DeadLetter letter, Supplier<Outcome> attempt) {
        letters.take(letter);
        try {
            return attempt.get();
        } catch (RuntimeException | Error e) {
            throw new Failed(e);
        }
    }

    private Replayed failed(DeadLetter letter, Throwable failure, Consumer<Boolean> told) {
        if (TransientCause.of(failure)) {
            throw notAtTheMoment(letter, failure);
        }
        var reason = Reason.failed(failure);
        transactions.run(() -> {
            letters.failedAgain(letter, reason);
            told.accept(false);
        });
        return new Replayed(Outcome.FAILED, reason);
    }

    private static NotAtTheMoment notAtTheMoment(DeadLetter letter, Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        var reason = Reason.failed(cause);
        log.info("{} cannot be handled at the moment: {}, {}", letter.id(), reason.kind(), reason.explanation());
        return new NotAtTheMoment();
    }

    private SecondAttempt attempt(DeadLetter letter) {
        return attempts.get()
                .filter(one -> one.handles(letter.topic()))
                .findFirst()
                .orElseThrow(NothingHandlesIt::new);
    }

    /**
     * What a replay came to.
     *
     * @param reason where it failed again
     */
    record Replayed(Outcome outcome, @Nullable Reason reason) {}

    /** Keeps a handler's own refusals apart from ours. */
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Throwable failure;

        Failed(Throwable failure) {
            super(failure);
            this.failure = failure;
        }
    }

    /** What the handling needs is away; the letter is as it was. */
    @ProblemType("not-at-the-moment")
    static final class NotAtTheMoment extends Refusal {
        private static final long serialVersionUID = 1;

        NotAtTheMoment() {
            super(
                    dev.atelier.kit.web.Reason.UNAVAILABLE,
                    "It cannot be handled at the moment: something it needs is away. Nothing changed; try again later.",
                    Map.of(),
                    Duration.ofSeconds(5));
        }
    }
}
