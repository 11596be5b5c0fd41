package dev.atelier.bench.webhooks;

import java.util.Map;

/**
 * How much is sent.
 *
 * @param burst events at once
 * @param subjects of them in turn
 * @param evenSeconds of 100 events a second to one endpoint
 * @param endpoints of the workspace in which one hangs
 * @param hangingPerSecond events a second to them
 * @param hangingSeconds of it, once with and once without the hanging one
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
