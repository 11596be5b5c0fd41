package dev.atelier.agentrun.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EngineSettingsTest {
    @Test
    void hasTheDefaultsOfTheDesign() {
        var settings = bound(Map.of());

        assertThat(settings.lease()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.sweep()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.enabled()).isTrue();
    }

    @Test
    void refusesASweepThatIsTooSlowForTheLease() {
        assertThatThrownBy(() -> bound(Map.of("atelier.engine.lease", "3s", "atelier.engine.sweep", "2s")))
                .hasRootCauseMessage(
                        "atelier.engine.sweep must be at least 50 ms and at most a third of atelier.engine.lease");
    }

    private static EngineSettings bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("atelier.engine", EngineSettings.class);
    }
}
