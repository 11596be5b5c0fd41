package dev.atelier.agentrun.run;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of runs.
 *
 * @param openPerPerson maximum number of open runs of one person in a workspace
 * @param heartbeat interval of comments in a stream without events
 * @param startsAtOnce maximum number of runs that this instance starts at the same time
 * @param startsWaiting how many more starts of one person in a workspace may wait for the current one
 * @param startWait how long a start waits for its turn; much shorter than the gateway's timeout
 * @param streamsPerRun maximum number of open streams of one run at this instance
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
