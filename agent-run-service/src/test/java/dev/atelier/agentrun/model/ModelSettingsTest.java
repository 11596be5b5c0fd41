package dev.atelier.agentrun.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
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

    private static ModelSettings bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("atelier.models", ModelSettings.class);
    }
}
