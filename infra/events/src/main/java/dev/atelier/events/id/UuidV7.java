package dev.atelier.events.id;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Time-ordered identifiers. Source: RFC 9562, section 5.7 (version 7). */
public final class UuidV7 {
    private UuidV7() {}

    /** 48 bits of milliseconds, then 74 random bits. */
    public static UUID next() {
        var random = ThreadLocalRandom.current();
        long high = (System.currentTimeMillis() << 16) | 0x7000 | random.nextInt(0x1000);
        long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(high, low);
    }

    /** When one of these was made, in whole milliseconds. */
    public static Instant time(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** Not greater than any that was made at this millisecond or later, greater than all that were made before it. */
    public static UUID first(Instant at) {
        return new UUID((at.toEpochMilli() << 16) | 0x7000, Long.MIN_VALUE);
    }
}
