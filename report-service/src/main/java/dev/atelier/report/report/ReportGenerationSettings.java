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
 * How reports are made.
 *
 * @param claim how long one attempt may take before another maker begins anew; 10 s to 1 h
 * @param attempts how often a report is tried that could not be made; 1 to 100
 * @param pause before the second attempt; doubled each time, at most {@code claim}; 100 ms to 10 min
 * @param patience how long after it was asked for a report still waits for services that are away; 1 s to 1 day
 * @param makers how many reports one instance makes at the same time; 1 to 32
 * @param actions the most actions a project's report may have; 1 to 100,000
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

    /** How soon another maker takes over from one that died. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    /** Longest pause while another service is away: so long after it came back somebody still waits. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** Before it is seen whether the other service is back, when the report was asked for so long ago. */
    Duration pauseWhileAway(Duration waited) {
        var half = waited.dividedBy(2);
        if (half.compareTo(pause) < 0) {
            return pause;
        }
        return half.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : half;
    }

    /** Of the queue of reports. */
    WorkQueuePolicy policy() {
        return WorkQueuePolicy.DEFAULT
                .withAttempts(attempts)
                .withBackoff(pause, claim.compareTo(pause) > 0 ? claim : pause)
                .withLease(LEASE)
                .withLongestClaim(claim);
    }
}
