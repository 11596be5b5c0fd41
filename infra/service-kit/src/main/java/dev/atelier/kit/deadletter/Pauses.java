package dev.atelier.kit.deadletter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lines that cannot move at the moment are left alone for a second, then twice as long each time, a minute at most. */
final class Pauses {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Map<Line, Pause> pauses = new ConcurrentHashMap<>();
    private final Clock clock;

    Pauses(Clock clock) {
        this.clock = clock;
    }

    boolean over(Line line) {
        var pause = pauses.get(line);
        return pause == null || !clock.instant().isBefore(pause.end());
    }

    /** Begins the next one and says how long it is. */
    Duration begin(Line line) {
        var now = clock.instant();
        return pauses.merge(line, Pause.of(FIRST, now), (last, _) -> last.longer(now))
                .length();
    }

    void forget(Line line) {
        pauses.remove(line);
    }

    void forgetAll() {
        pauses.clear();
    }

    void forgetOthersThan(Collection<Line> moving) {
        pauses.keySet().retainAll(new HashSet<>(moving));
    }

    private record Pause(Duration length, Instant end) {
        static Pause of(Duration length, Instant now) {
            return new Pause(length, now.plus(length));
        }

        Pause longer(Instant now) {
            var twice = length.multipliedBy(2);
            return of(twice.compareTo(LONGEST) < 0 ? twice : LONGEST, now);
        }
    }
}
