package dev.atelier.kit.retention;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When expired data is deleted. Environment: {@code ATELIER_RETENTION_AT}.
 *
 * @param at the time of day, UTC
 */
@ConfigurationProperties("atelier.retention")
record RetentionSettings(@DefaultValue("02:00") LocalTime at) {
    /** Returns the next start after {@code now}. */
    Instant nextAfter(Instant now) {
        var today = now.atZone(ZoneOffset.UTC).with(at).truncatedTo(ChronoUnit.MILLIS);
        return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
    }
}
