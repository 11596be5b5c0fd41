package dev.atelier.agentrun.run;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of runs.
 *
 * @param openPerPerson how many runs of a workspace one person may have open; bounds what a removal cancels at once
 * @param heartbeat how often a quiet stream shows that it lives
 */
@Validated
@ConfigurationProperties("atelier.runs")
public record RunSettings(
        @DefaultValue("100") @Min(1) @Max(200) int openPerPerson,
        @DefaultValue("15s") Duration heartbeat) {}
