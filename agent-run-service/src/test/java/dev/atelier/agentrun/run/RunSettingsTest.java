package dev.atelier.agentrun.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RunSettingsTest {
    @Test
    void hasTheDefaultsOfTheDesign() {
        assertThat(bound(Map.of()))
                .isEqualTo(new RunSettings(100, Duration.ofSeconds(15), 32, 50, Duration.ofSeconds(3), 100));
    }

    @ParameterizedTest
    @CsvSource({
        "open-per-person, 1",
        "open-per-person, 200",
        "heartbeat, 1s",
        "heartbeat, 5m",
        "starts-at-once, 500",
        "starts-waiting, 1",
        "start-wait, 10s",
        "streams-per-run, 10000"
    })
    void takesWhatLiesOnABound(String name, String value) {
        assertThat(bound(Map.of("atelier.runs." + name, value))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "open-per-person, 0, must be from 1 to 200",
        "open-per-person, 201, must be from 1 to 200",
        "heartbeat, 999ms, must be from 1 second to 5 minutes",
        "heartbeat, -1s, must be from 1 second to 5 minutes",
        "heartbeat, 301s, must be from 1 second to 5 minutes",
        "starts-at-once, 0, must be from 1 to 500",
        "starts-at-once, 501, must be from 1 to 500",
        "starts-waiting, 1001, must be from 1 to 1000",
        "start-wait, 10001ms, must be from 0 to 10 seconds",
        "streams-per-run, 10001, must be from 1 to 10000"
    })
    void refusesWhatLiesBeyondAndNamesTheSetting(String name, String value, String sentence) {
        assertThatThrownBy(() -> bound(Map.of("atelier.runs." + name, value)))
                .hasRootCauseMessage("atelier.runs." + name + " " + sentence);
    }

    private static RunSettings bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("atelier.runs", RunSettings.class);
    }
}
