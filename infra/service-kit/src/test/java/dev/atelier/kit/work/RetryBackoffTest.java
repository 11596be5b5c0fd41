package dev.atelier.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryBackoffTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "1000, 60"})
    void pausesDoubleUpToTheLongest(int failures, long seconds) {
        var backoff = new RetryBackoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

        assertThat(backoff.after(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
