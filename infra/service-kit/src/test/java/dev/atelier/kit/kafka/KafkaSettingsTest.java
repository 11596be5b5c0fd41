package dev.atelier.kit.kafka;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaSettingsTest {
    @ParameterizedTest
    @CsvSource({"0, 1, 1", "3, 0, 1", "3, 1, 0"})
    void numbersBeginAtOne(int partitions, short replication, int consumers) {
        assertThatThrownBy(() -> new KafkaSettings(true, partitions, replication, consumers))
                .hasMessageContaining("atelier.kafka");
    }
}
