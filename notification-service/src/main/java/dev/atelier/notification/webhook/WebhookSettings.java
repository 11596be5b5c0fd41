package dev.atelier.notification.webhook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are sent.
 *
 * @param allowPrivateNetworks networks as {@code 10.0.0.0/8} that endpoints may lie in although they are not public; there {@code http} is allowed too
 * @param retries the pauses after a first, second, ... failed try of one delivery, each 10 ms to 7 days; after the last the endpoint is paused
 * @param timeout the most one try may take, 100 ms to 60 s
 * @param inFlight the most deliveries to one endpoint at once, of each instance of this service; 1 to 100
 * @param backlog the most deliveries that wait for one endpoint, 10 to 1,000,000
 * @param endpoints the most endpoints of one workspace, 1 to 1,000
 * @param logRetention how long a finished delivery can be looked at, 1 hour to 365 days
 * @param sweep between two looks for deliveries whose time has come, 10 ms to 1 minute
 * @param rescan between two looks for deliveries that an instance left when it died, 100 ms to 1 hour
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
