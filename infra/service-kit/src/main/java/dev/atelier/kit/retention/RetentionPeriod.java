package dev.atelier.kit.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long items of one kind are kept.
 *
 * @param days the number of days after the item ended
 * @param from nothing is deleted before this time; null where there is no such time
 */
public record RetentionPeriod(int days, @Nullable Instant from) {
    /** Returns the time before which items must have ended to be deleted now; empty while nothing may be deleted. */
    Optional<Instant> cutoff(Instant now) {
        return from != null && now.isBefore(from) ? Optional.empty() : Optional.of(now.minus(Duration.ofDays(days)));
    }
}
