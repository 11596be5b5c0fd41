package dev.atelier.report.report;

import dev.atelier.kit.work.WorkQueuePolicy;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of report generation.
 *
 * @param claim maximum duration of one attempt; then another worker may claim the report; 10 s to 1 h
 * @param attempts maximum number of attempts for a report; 1 to 100
 * @param pause pause before the second attempt; doubled each time, at most {@code claim}; 100 ms to 10 min
 * @param patience how long after its request a report waits for unavailable services; 1 s to 1 day
 * @param makers number of reports that one instance generates at the same time; 1 to 32
 * @param actions maximum number of actions in a project's report; 1 to 100,000
 */
@Validated
@ConfigurationProperties("atelier.making")
record ReportGenerationSettings(
        @DefaultValue("2m") @DurationMin(seconds = 10) @DurationMax(hours = 1)
        Duration claim,

        @DefaultValue("8") @Min(1) @Max(100) int attempts,

        @DefaultValue("1s") @DurationMin(millis = 100) @DurationMax(minutes = 10)
        Duration pause,

        @DefaultValue("1h") @DurationMin(seconds = 1) @DurationMax(days = 1)
        Duration patience,

        @DefaultValue("2") @Min(1) @Max(32) int makers,
        @DefaultValue("5000") @Min(1) @Max(100_000) int actions) {

    /** After this time another worker takes the report of a process that died. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    /** Maximum pause while another service is unavailable, and so the maximum delay after it is available again. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /**
     * Returns the pause before the next request to an unavailable service: half of the time waited so far, within
     * limits.
     */
    Duration pauseWhileAway(Duration waited) {
        var half = waited.dividedBy(2);
        if (half.compareTo(pause) < 0) {
            return pause;
        }
        return half.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : half;
    }

    /** Returns the limits of the queue of reports. */
    WorkQueuePolicy policy() {
        return WorkQueuePolicy.DEFAULT
                .withAttempts(attempts)
                .withBackoff(pause, claim.compareTo(pause) > 0 ? claim : pause)
                .withLease(LEASE)
                .withLongestClaim(claim);
    }
}
