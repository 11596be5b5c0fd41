package dev.atelier.agentrun.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.kit.problem.InvalidInput;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunLimitsTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "3600, 200, 10000000"})
    void mayLieOnEachBound(int seconds, int steps, int tokens) {
        assertThat(new RunLimits(seconds, steps, tokens).time()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, limits.seconds",
        "3601, 1, 1, limits.seconds",
        "1, 0, 1, limits.steps",
        "1, 201, 1, limits.steps",
        "1, 1, 0, limits.tokens",
        "1, 1, 10000001, limits.tokens",
        "-1, 1, 1, limits.seconds"
    })
    void mayNotLieBeyondAndTheRefusalNamesTheField(int seconds, int steps, int tokens, String field) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new RunLimits(seconds, steps, tokens))
                .withMessageStartingWith(field + " ");
    }
}
