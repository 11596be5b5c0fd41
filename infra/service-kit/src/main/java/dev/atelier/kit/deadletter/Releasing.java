package dev.atelier.kit.deadletter;

import dev.atelier.kit.deadletter.SecondAttempt.Outcome;
import dev.atelier.kit.web.NotFound;
import dev.atelier.kit.work.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Handles what waited behind a letter that is gone, in order, until one fails or nobody is left. Where an instance dies
 * in the middle another goes on: that the line moves is noted in the database.
 */
final class Releasing implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Releasing.class);

    private final DeadLetters letters;
    private final Replays replays;
    private final Workers workers = new Workers("dead-letters", 1, this::oneOfEach);

    Releasing(DeadLetters letters, Replays replays) {
        this.letters = letters;
        this.replays = replays;
    }

    /** A line may have begun to move. */
    void wake() {
        workers.wake();
    }

    /** Handles the head of each moving line; false where there is nothing to do, or nothing at the moment. */
    private boolean oneOfEach() {
        var some = false;
        for (var line : letters.moving()) {
            some |= one(line);
        }
        return some;
    }

    private boolean one(Line line) {
        try {
            var head = letters.head(line);
            if (head.isPresent() && replays.replay(head.get()).outcome() == Outcome.FAILED) {
                log.error(
                        "{} failed when its turn came; what is behind it waits",
                        head.get().id());
            }
            return head.isPresent();
        } catch (NotFound | WaitsBehind e) {
            log.debug("another instance was faster in {}", line.topic());
            return true;
        } catch (RuntimeException e) {
            log.warn("a line of {} waits: {}", line.topic(), e.getMessage());
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
}
