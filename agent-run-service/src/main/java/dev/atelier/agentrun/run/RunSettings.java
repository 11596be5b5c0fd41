package dev.atelier.agentrun.run;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of runs.
 *
 * @param openPerPerson how many runs of a workspace one person may have open; bounds what a removal cancels at once
 * @param heartbeat how often a quiet stream shows that it lives
 * @param startsAtOnce how many runs this instance starts at the same moment
 * @param startsWaiting how many further starts of one person in a workspace may wait for the one under way
 * @param startWait how long a start waits for its turn; far below the time after which a gateway gives up
 * @param streamsPerRun how many streams of one run may be open at this instance
 */
@ConfigurationProperties("atelier.runs")
public record RunSettings(
        @DefaultValue("100") int openPerPerson,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("32") int startsAtOnce,
        @DefaultValue("50") int startsWaiting,
        @DefaultValue("3s") Duration startWait,
        @DefaultValue("100") int streamsPerRun) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    public RunSettings {
        if (openPerPerson < 1 || openPerPerson > 200) {
            throw new IllegalArgumentException("atelier.runs.open-per-person must be from 1 to 200");
        }
        if (heartbeat.compareTo(SHORTEST) < 0 || heartbeat.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("atelier.runs.heartbeat must be from 1 second to 5 minutes");
        }
        within("starts-at-once", startsAtOnce, 500);
        within("starts-waiting", startsWaiting, 1_000);
        within("streams-per-run", streamsPerRun, 10_000);
        if (startWait.isNegative() || startWait.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException("atelier.runs.start-wait must be from 0 to 10 seconds");
        }
    }

    private static void within(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("atelier.runs." + key + " must be from 1 to " + most);
        }
    }
}
