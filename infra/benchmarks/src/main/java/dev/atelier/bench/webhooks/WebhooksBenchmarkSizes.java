package dev.atelier.bench.webhooks;

import java.util.Map;

/**
 * The amount of events.
 *
 * @param burst number of events in a burst
 * @param subjects number of subjects
 * @param evenSeconds duration of 100 events per second to one endpoint
 * @param endpoints number of endpoints of the workspace in which one hangs
 * @param hangingPerSecond events per second to them
 * @param hangingSeconds duration, once with and once without the hanging one
 */
record WebhooksBenchmarkSizes(
        int burst, int subjects, int evenSeconds, int endpoints, int hangingPerSecond, int hangingSeconds) {
    static final int PER_SECOND = 100;

    Map<String, Object> asMap() {
        return Map.of(
                "burst_events", burst,
                "subjects", subjects,
                "at100_s", evenSeconds,
                "endpoints", endpoints,
                "hanging_events_per_s", hangingPerSecond,
                "hanging_s", hangingSeconds);
    }
}
