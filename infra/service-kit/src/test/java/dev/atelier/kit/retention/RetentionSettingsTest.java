package dev.atelier.kit.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T01:59:59.999Z, 2026-11-23T02:00:00Z",
        "2026-11-23T02:00:00Z, 2026-11-24T02:00:00Z",
        "2026-12-31T23:00:00Z, 2027-01-01T02:00:00Z",
    })
    void theNextNightIsAfterNow(Instant now, Instant next) {
        assertThat(new RetentionSettings(LocalTime.of(2, 0)).nextAfter(now)).isEqualTo(next);
    }
}
