package dev.atelier.notification.webhook.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
    private final RetrySchedule schedule = new RetrySchedule(List.of(Duration.ofSeconds(5), Duration.ofHours(2)));

    @Test
    void eachFailureWaitsLongerUntilTheScheduleEnds() {
        assertThat(schedule.after(0, null)).contains(Duration.ofSeconds(5));
        assertThat(schedule.after(1, null)).contains(Duration.ofHours(2));
        assertThat(schedule.after(2, null)).isEmpty();
    }

    @Test
    void anEndpointMayAskForMoreTimeButNotForLess() {
        assertThat(schedule.after(0, Duration.ofMinutes(1))).contains(Duration.ofMinutes(1));
        assertThat(schedule.after(1, Duration.ofMinutes(1))).contains(Duration.ofHours(2));
        assertThat(schedule.after(2, Duration.ofMinutes(1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "120 | PT2M",
                "0 | PT0S",
                "Sun, 22 Nov 2026 18:00:30 GMT | PT30S",
                "Sun, 22 Nov 2026 17:00:00 GMT | PT0S",
                "999999999 | PT24H",
                "-5 | null",
                "soon | null",
                "null | null",
            })
    void retryAfterIsSecondsOrADateAndNeverMoreThanADay(String header, Duration wait) {
        assertThat(WebhookRetryAfter.of(header, NOW)).isEqualTo(wait);
    }
}
