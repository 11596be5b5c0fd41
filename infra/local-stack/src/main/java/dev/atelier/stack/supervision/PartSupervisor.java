package dev.atelier.stack.supervision;

import dev.atelier.backing.ProgressListener;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Restarts parts that end and reports it: after 1 s, then 2, 4 ... 30 s while the part keeps dying within a minute. */
public final class PartSupervisor implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final ProgressListener progressListener;
    private final Runnable changed;
    private final Map<String, AtomicInteger> restarts = new ConcurrentHashMap<>();
    private final Set<String> leftAlone = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    /** {@code changed} is called after each restart. */
    public PartSupervisor(ProgressListener progressListener, Runnable changed) {
        this.progressListener = progressListener;
        this.changed = changed;
    }

    public void keep(SupervisedPart part) {
        restarts.put(part.name(), new AtomicInteger());
        Thread.ofVirtual().name("watch " + part.name()).start(() -> check(part));
    }

    /** Stops supervising the part. */
    public void pause(String part) {
        leftAlone.add(part);
    }

    /** Supervises the part again, which has another process now. */
    public void supervise(String part) {
        leftAlone.remove(part);
        changed.run();
    }

    public int restarts(String part) {
        var count = restarts.get(part);
        return count == null ? 0 : count.get();
    }

    private void check(SupervisedPart part) {
        var pause = FIRST_PAUSE;
        var steadySince = System.nanoTime();
        while (sleep(LOOK)) {
            if (part.alive() || leftAlone.contains(part.name())) {
                if (System.nanoTime() - steadySince > STEADY.toNanos()) {
                    pause = FIRST_PAUSE;
                }
                continue;
            }
            var endedInOrder = part.endedInOrder();
            if (endedInOrder) {
                pause = FIRST_PAUSE;
            }
            progressListener.report("%s %s; restarting it in %d s. Its log: %s"
                    .formatted(part.name(), endedInOrder ? "was stopped" : "died", pause.toSeconds(), part.log()));
            if (sleep(pause)) {
                restart(part, endedInOrder);
                steadySince = System.nanoTime();
                pause = doubled(pause);
            }
        }
    }

    private void restart(SupervisedPart part, boolean endedInOrder) {
        var began = System.nanoTime();
        try {
            part.restart();
            if (ended) {
                part.stop();
                return;
            }
            if (!endedInOrder) {
                restarts.getOrDefault(part.name(), new AtomicInteger()).incrementAndGet();
            }
            progressListener.report(
                    "%s is running again (%.1f s)".formatted(part.name(), (System.nanoTime() - began) / 1e9));
            changed.run();
        } catch (RuntimeException e) {
            if (!ended) {
                progressListener.report(part.name() + " could not be restarted: " + e.getMessage());
            }
        }
    }

    private static Duration doubled(Duration pause) {
        var longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    /** Returns false if supervision has ended. */
    private boolean sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            return false;
        }
        return !ended;
    }

    @Override
    public void close() {
        ended = true;
    }
}
