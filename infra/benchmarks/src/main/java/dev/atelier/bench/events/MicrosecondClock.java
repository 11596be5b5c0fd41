package dev.atelier.bench.events;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** The machine's one clock, which all processes on it share. */
final class MicrosecondClock {
    private static final Clock CLOCK = Clock.systemUTC();

    private MicrosecondClock() {}

    /** In microseconds since 1970. */
    static long micros() {
        return ChronoUnit.MICROS.between(java.time.Instant.EPOCH, CLOCK.instant());
    }
}
