package dev.atelier.events.id;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Time-ordered UUIDs. Source: RFC 9562, section 5.7 (version 7). */
public final class UuidV7 {
    private UuidV7() {}

    /** Creates a UUID of 48 bits of milliseconds and 74 random bits. */
    public static UUID next() {
        var random = ThreadLocalRandom.current();
        long high = (System.currentTimeMillis() << 16) | 0x7000 | random.nextInt(0x1000);
        long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(high, low);
    }

    /** Returns when a UUID was created, in whole milliseconds. */
    public static Instant time(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /**
     * Returns the smallest UUID of this millisecond: not greater than any created at this time or later, greater than
     * all created before.
     */
    public static UUID first(Instant at) {
        return new UUID((at.toEpochMilli() << 16) | 0x7000, Long.MIN_VALUE);
    }
}
