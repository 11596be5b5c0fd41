package dev.atelier.kit.outbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxSettingsTest {
    @ParameterizedTest
    @CsvSource({"PT6S, 500, lease", "PT0S, 500, lease", "PT5S, 0, batch", "PT5S, 5001, batch"})
    void whatIsOutOfRangeIsRefusedByName(Duration lease, int batch, String named) {
        assertThatThrownBy(() -> new OutboxSettings(true, lease, batch))
                .hasMessageContaining("atelier.outbox." + named);
    }
}
