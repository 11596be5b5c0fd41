package dev.atelier.agentrun.run;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of runs.
 *
 * @param openPerPerson how many runs of a workspace one person may have open; bounds what a removal cancels at once
 * @param heartbeat how often a quiet stream shows that it lives
 */
@ConfigurationProperties("atelier.runs")
public record RunSettings(
        @DefaultValue("100") int openPerPerson,
        @DefaultValue("15s") Duration heartbeat) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    public RunSettings {
        if (openPerPerson < 1 || openPerPerson > 200) {
            throw new IllegalArgumentException("atelier.runs.open-per-person must be from 1 to 200");
        }
        if (heartbeat.compareTo(SHORTEST) < 0 || heartbeat.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("atelier.runs.heartbeat must be from 1 second to 5 minutes");
        }
    }
}
