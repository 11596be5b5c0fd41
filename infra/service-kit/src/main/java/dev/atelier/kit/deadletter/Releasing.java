package dev.atelier.kit.deadletter;

import dev.atelier.kit.deadletter.SecondAttempt.Outcome;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.web.NotFound;
import dev.atelier.kit.work.WorkerPool;
import dev.atelier.kit.work.Workers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Handles what waited behind a letter that is gone, in order, until one fails or nobody is left. Where an instance dies
 * in the middle another goes on: that the line moves is noted in the database.
 */
final class Releasing implements SmartLifecycle, WorkerPool {
    private static final Logger log = LoggerFactory.getLogger(Releasing.class);
    private static final Duration MENDING = Duration.ofMinutes(1);
    private static final int MOST_TURNS = 5;

    private final DeadLetters letters;
    private final Replays replays;
    private final Transactions transactions;
    private final Clock clock;
    private final Pauses pauses;
    private @Nullable Instant mended;
    private final Workers workers = new Workers("dead-letters", 1, this::oneOfEach);

    Releasing(DeadLetters letters, Replays replays, Transactions transactions, Clock clock) {
        this.letters = letters;
        this.replays = replays;
        this.transactions = transactions;
        this.clock = clock;
        this.pauses = new Pauses(clock);
    }

    /** A line may have begun to move, or what one needs may be back. */
    void wake() {
        pauses.forgetAll();
        workers.wake();
    }

    /** Handles the head of each moving line; false where there is nothing to do, or nothing at the moment. */
    boolean oneOfEach() {
        mendWhenDue();
        var moving = letters.moving();
        pauses.forgetOthersThan(moving);
        var some = false;
        for (var line : moving) {
            some |= pauses.over(line) && head(line);
        }
        return some;
    }

    private boolean head(Line line) {
        var head = letters.head(line);
        return head.isPresent() && replay(line, head.get());
    }

    private void mendWhenDue() {
        var now = clock.instant();
        if (mended != null && now.isBefore(mended.plus(MENDING))) {
            return;
        }
        mended = now;
        letters.unattended().forEach(line -> {
            log.warn(
                    "the first of a line of {} expired or went with its workspace; what is behind it goes on",
                    line.topic());
            transactions.run(() -> letters.mend(line));
        });
    }

    private boolean replay(Line line, DeadLetter head) {
        try {
            if (letters.begin(head) > MOST_TURNS) {
                log.error("{} never came to an end, {} times; what is behind it waits", head.id(), MOST_TURNS);
                transactions.run(() -> letters.failedAgain(head, Reason.lethal()));
                letters.survived(head);
                return true;
            }
            if (replays.replay(head).outcome() == Outcome.FAILED) {
                log.error("{} failed when its turn came; what is behind it waits", head.id());
            }
            pauses.forget(line);
            return true;
        } catch (NotFound | WaitsBehind e) {
            log.debug("another instance was faster in {}", line.topic());
            return true;
        } catch (RuntimeException | Error e) {
            letters.survived(head);
            var reason = Reason.failed(e);
            log.warn(
                    "{} and what is behind it wait for {}: {}, {}",
                    head.id(),
                    pauses.begin(line),
                    reason.kind(),
                    reason.explanation());
            return false;
        }
    }

    @Override
    public void start() {
        workers.start();
    }

    @Override
    public void stop() {
        workers.stop();
    }

    @Override
    public boolean isRunning() {
        return workers.isRunning();
    }

    @Override
    public String name() {
        return workers.name();
    }

    @Override
    public int size() {
        return workers.size();
    }

    @Override
    public int alive() {
        return workers.alive();
    }
}
