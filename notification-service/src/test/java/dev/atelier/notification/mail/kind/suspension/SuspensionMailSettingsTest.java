package dev.atelier.notification.mail.kind.suspension;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuspensionMailSettingsTest {
    @ParameterizedTest
    @CsvSource({"PT0.01S, 0", "PT0.009S, 1", "PT10M, 0", "PT10M0.001S, 1"})
    void aMailWaitsTenMillisecondsToTenMinutes(Duration delay, int wrong) {
        try (var validation = Validation.buildDefaultValidatorFactory()) {
            assertThat(validation
                            .getValidator()
                            .validate(new SuspensionMailSettings(delay, URI.create("https://atelier.example"))))
                    .hasSize(wrong);
        }
    }
}
