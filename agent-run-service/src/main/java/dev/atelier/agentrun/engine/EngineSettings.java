package dev.atelier.agentrun.engine;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the workers.
 *
 * @param enabled whether this instance executes runs
 * @param runsAtOnce maximum number of runs that this instance executes at the same time
 * @param lease how long a worker keeps its runs without renewing the lease
 * @param sweep how often leases are renewed and runs of workers with an expired lease are freed
 * @param modelTimeout maximum duration of one model answer
 * @param patience how long a tool's service may be unavailable before the model gets an error
 */
@Validated
@ConfigurationProperties("atelier.engine")
record EngineSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("32") @Min(1) @Max(1_000) int runsAtOnce,

        @DefaultValue("3s") @DurationUnit(ChronoUnit.SECONDS)
        Duration lease,

        @DefaultValue("500ms") @DurationUnit(ChronoUnit.MILLIS)
        Duration sweep,

        @DefaultValue("120s") @DurationUnit(ChronoUnit.SECONDS)
        Duration modelTimeout,

        @DefaultValue("5m") @DurationUnit(ChronoUnit.SECONDS)
        Duration patience) {
    EngineSettings {
        if (lease.toMillis() < 3 * sweep.toMillis() || sweep.toMillis() < 50) {
            throw new IllegalArgumentException(
                    "atelier.engine.sweep must be at least 50 ms and at most a third of atelier.engine.lease");
        }
    }
}
