package dev.atelier.report.report;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportGenerationSettingsTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "7, 64", "8, 120", "100, 120"})
    void pausesDoubleUpToTheLengthOfAClaim(int tried, long seconds) {
        var settings = new ReportGenerationSettings(
                Duration.ofMinutes(2), 8, Duration.ofSeconds(1), Duration.ofHours(1), 2, 5000);
        assertThat(settings.policy().backoff().after(tried)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "10, 5", "60, 30", "3599, 30"})
    void whileAnotherServiceIsAwayPausesGrowUpToHalfAMinute(long waited, long seconds) {
        var settings = new ReportGenerationSettings(
                Duration.ofMinutes(2), 8, Duration.ofSeconds(1), Duration.ofHours(1), 2, 5000);
        assertThat(settings.pauseWhileAway(Duration.ofSeconds(waited))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "9s, 8, 1s, 1h, 2, 5000, claim",
        "2m, 0, 1s, 1h, 2, 5000, attempts",
        "2m, 8, 50ms, 1h, 2, 5000, pause",
        "2m, 8, 1s, 25h, 2, 5000, patience",
        "2m, 8, 1s, 1h, 33, 5000, makers",
        "2m, 8, 1s, 1h, 2, 100001, actions"
    })
    void whatIsOutOfRangeIsRefused(
            String claim, int attempts, String pause, String patience, int makers, int actions, String refused) {
        var settings = new ReportGenerationSettings(
                duration(claim), attempts, duration(pause), duration(patience), makers, actions);
        try (var validation = Validation.buildDefaultValidatorFactory()) {
            assertThat(validation.getValidator().validate(settings))
                    .extracting(violation -> violation.getPropertyPath().toString())
                    .containsExactly(refused);
        }
    }

    @Test
    void theDefaultsAreValid() {
        try (var validation = Validation.buildDefaultValidatorFactory()) {
            assertThat(validation
                            .getValidator()
                            .validate(new ReportGenerationSettings(
                                    Duration.ofMinutes(2), 8, Duration.ofSeconds(1), Duration.ofHours(1), 2, 5000)))
                    .isEmpty();
        }
    }

    private static Duration duration(String text) {
        return org.springframework.boot.convert.DurationStyle.detectAndParse(text);
    }
}
