package dev.atelier.report.report;

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
 * @param attempts how often a report is tried while another service is away; 1 to 100
 * @param pause before the second attempt; doubled each time, at most {@code claim}; 100 ms to 10 min
 * @param makers how many reports one instance makes at the same time; 1 to 32
 * @param actions the most actions a project's report may have; 1 to 100,000
 */
@Validated
@ConfigurationProperties("atelier.making")
record MakingSettings(
        @DefaultValue("2m") @DurationMin(seconds = 10) @DurationMax(hours = 1)
        Duration claim,

        @DefaultValue("8") @Min(1) @Max(100) int attempts,

        @DefaultValue("1s") @DurationMin(millis = 100) @DurationMax(minutes = 10)
        Duration pause,

        @DefaultValue("2") @Min(1) @Max(32) int makers,
        @DefaultValue("5000") @Min(1) @Max(100_000) int actions) {

    /** Before the next attempt, after this many. */
    Duration pauseAfter(int tried) {
        var doubled = pause.multipliedBy(1L << Math.min(tried - 1, 16));
        return doubled.compareTo(claim) > 0 ? claim : doubled;
    }
}
