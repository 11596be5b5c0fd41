package dev.atelier.bench.events;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** The clock of the machine, which all its processes share. */
final class MicrosecondClock {
    private static final Clock CLOCK = Clock.systemUTC();

    private MicrosecondClock() {}

    /** Returns the microseconds since 1970. */
    static long micros() {
        return ChronoUnit.MICROS.between(java.time.Instant.EPOCH, CLOCK.instant());
    }
}
