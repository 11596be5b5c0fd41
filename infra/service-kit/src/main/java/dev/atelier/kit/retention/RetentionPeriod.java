package dev.atelier.kit.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long things of one kind are kept.
 *
 * @param days after what ended their time
 * @param from before this time nothing is deleted; null: no such time
 */
public record RetentionPeriod(int days, @Nullable Instant from) {
    /** What ended before this may go now; empty while nothing may. */
    Optional<Instant> border(Instant now) {
        return from != null && now.isBefore(from) ? Optional.empty() : Optional.of(now.minus(Duration.ofDays(days)));
    }
}
