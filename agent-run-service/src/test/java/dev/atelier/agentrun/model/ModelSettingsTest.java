package dev.atelier.agentrun.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ModelSettingsTest {
    private static final String PRIVATE = "atelier.models.allow-private-addresses";

    @Test
    void reachesNoPrivateAddressUnlessTold() {
        assertThat(bound(Map.of()).allowPrivateAddresses()).isFalse();
        assertThat(bound(Map.of(PRIVATE, "true")).allowPrivateAddresses()).isTrue();
    }

    @Test
    void refusesWhatIsNeitherTrueNorFalseAndNamesTheSetting() {
        assertThatThrownBy(() -> bound(Map.of(PRIVATE, "perhaps"))).hasMessageContaining(PRIVATE);
    }

    @ParameterizedTest
    @CsvSource({
        "silence, 100ms, 99ms",
        "silence, 10m, 601s",
        "answer-characters, 1000, 999",
        "answer-characters, 1000000, 1000001",
        "answer-tokens, 16, 15",
        "longest-pause, 5m, 301s",
        "allow-private-networks, 10.0.0.0/8, home"
    })
    void takesEachLimitAndNothingBeyond(String key, String limit, String beyond) {
        assertThat(bound(Map.of("atelier.models." + key, limit))).isNotNull();
        assertThatThrownBy(() -> bound(Map.of("atelier.models." + key, beyond)))
                .hasStackTraceContaining(key.equals("allow-private-networks") ? "home" : "atelier.models." + key);
    }

    private static ModelSettings bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("atelier.models", ModelSettings.class);
    }
}
