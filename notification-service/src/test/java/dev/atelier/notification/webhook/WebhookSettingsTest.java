package dev.atelier.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WebhookSettingsTest {
    @Test
    void retriesGoOverDays() {
        var settings = bind(Map.of());

        assertThat(settings.retries().stream().reduce(Duration.ZERO, Duration::plus))
                .isGreaterThan(Duration.ofDays(3));
        assertThat(settings.allowPrivateNetworks()).isEmpty();
    }

    @Test
    void networksAreSeparatedByCommas() {
        assertThat(bind(Map.of("atelier.webhooks.allow-private-networks", "127.0.0.0/8,fd00::/8"))
                        .allowPrivateNetworks())
                .containsExactly("127.0.0.0/8", "fd00::/8");
        assertThat(bind(Map.of("atelier.webhooks.allow-private-networks", "")).allowPrivateNetworks())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "timeout, 99ms",
        "timeout, 61s",
        "retries, 9ms",
        "retries, 8d",
        "in-flight, 0",
        "in-flight, 101",
        "backlog, 9",
        "endpoints, 0",
        "log-retention, 59m",
        "sweep, 1ms",
        "rescan, 2h",
    })
    void whatIsOutOfRangeIsRefusedByName(String key, String value) {
        assertThatThrownBy(() -> bind(Map.of("atelier.webhooks." + key, value)))
                .rootCause()
                .hasMessageContaining("atelier.webhooks." + key);
    }

    private static WebhookSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("atelier.webhooks", WebhookSettings.class);
    }
}
