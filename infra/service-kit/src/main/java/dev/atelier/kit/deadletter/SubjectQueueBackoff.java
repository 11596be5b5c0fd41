package dev.atelier.kit.deadletter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pauses queues that cannot be released at the moment: for one second, then twice as long each time, at most one
 * minute.
 */
final class SubjectQueueBackoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Map<SubjectQueue, BackoffPause> pauses = new ConcurrentHashMap<>();
    private final Clock clock;

    SubjectQueueBackoff(Clock clock) {
        this.clock = clock;
    }

    boolean isElapsed(SubjectQueue subjectQueue) {
        var pause = pauses.get(subjectQueue);
        return pause == null || !clock.instant().isBefore(pause.end());
    }

    /** Starts the next pause and returns its length. */
    Duration startPause(SubjectQueue subjectQueue) {
        var now = clock.instant();
        return pauses.merge(subjectQueue, BackoffPause.of(FIRST, now), (last, _) -> last.longer(now))
                .length();
    }

    void forget(SubjectQueue subjectQueue) {
        pauses.remove(subjectQueue);
    }

    void forgetAll() {
        pauses.clear();
    }

    void forgetOthersThan(Collection<SubjectQueue> moving) {
        pauses.keySet().retainAll(new HashSet<>(moving));
    }

    private record BackoffPause(Duration length, Instant end) {
        static BackoffPause of(Duration length, Instant now) {
            return new BackoffPause(length, now.plus(length));
        }

        BackoffPause longer(Instant now) {
            var twice = length.multipliedBy(2);
            return of(twice.compareTo(LONGEST) < 0 ? twice : LONGEST, now);
        }
    }
}
