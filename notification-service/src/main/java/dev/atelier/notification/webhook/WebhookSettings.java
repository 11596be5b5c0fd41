package dev.atelier.notification.webhook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of sending webhooks.
 *
 * @param allowPrivateNetworks private networks in which endpoints are allowed, such as {@code 10.0.0.0/8}; there
 *     {@code http} is allowed too
 * @param retries the pauses after the first, second, ... failed attempt of a delivery, each 10 ms to 7 days; after the
 *     last one the endpoint is paused
 * @param timeout maximum duration of one attempt, 100 ms to 60 s
 * @param inFlight maximum number of concurrent deliveries to one endpoint, per instance of this service; 1 to 100
 * @param backlog maximum number of deliveries that wait for one endpoint, 10 to 1,000,000
 * @param endpoints maximum number of endpoints per workspace, 1 to 1,000
 * @param logRetention how long a finished delivery stays in the log, 1 hour to 365 days
 * @param sweep interval of polling for due deliveries, 10 ms to 1 minute
 * @param rescan interval of searching for deliveries of crashed instances, 100 ms to 1 hour
 */
@ConfigurationProperties("atelier.webhooks")
public record WebhookSettings(
        @DefaultValue List<String> allowPrivateNetworks,

        @DefaultValue({"5s", "1m", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"})
        List<Duration> retries,

        @DefaultValue("10s") Duration timeout,
        @DefaultValue("16") int inFlight,
        @DefaultValue("10000") int backlog,
        @DefaultValue("20") int endpoints,
        @DefaultValue("30d") Duration logRetention,
        @DefaultValue("500ms") Duration sweep,
        @DefaultValue("30s") Duration rescan) {
    public WebhookSettings {
        allowPrivateNetworks = List.copyOf(allowPrivateNetworks);
        retries = List.copyOf(retries);
        within("timeout", timeout, Duration.ofMillis(100), Duration.ofSeconds(60));
        within("log-retention", logRetention, Duration.ofHours(1), Duration.ofDays(365));
        within("sweep", sweep, Duration.ofMillis(10), Duration.ofMinutes(1));
        within("rescan", rescan, Duration.ofMillis(100), Duration.ofHours(1));
        retries.forEach(pause -> within("retries", pause, Duration.ofMillis(10), Duration.ofDays(7)));
        within("in-flight", inFlight, 1, 100);
        within("backlog", backlog, 10, 1_000_000);
        within("endpoints", endpoints, 1, 1_000);
    }

    private static void within(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "atelier.webhooks.%s must be %s to %s, not %s".formatted(key, least, most, value));
        }
    }

    private static void within(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "atelier.webhooks.%s must be %d to %d, not %d".formatted(key, least, most, value));
        }
    }
}
