package dev.atelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StartProgressDisplayTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void aFileGetsALineForEachChange() {
        start(false);

        assertThat(shown())
                .containsSubsequence("gateway is starting\n", "Kafka is ready (3.0 s)\n", "gateway is ready");
        assertThat(shown().lines()).hasSize(4);
    }

    @Test
    void aTerminalHasOneLineForAllThatIsStarting() {
        start(true);

        assertThat(shown().split("\n"))
                .hasSize(2)
                .allMatch(line -> line.contains(" is ready "))
                .anyMatch(line -> line.contains("Starting, 0 s: gateway, Kafka"));
        assertThat(shown()).doesNotContain("gateway is starting");
    }

    private void start(boolean terminal) {
        try (var display = new StartProgressDisplay(new PrintStream(shown, true, StandardCharsets.UTF_8), terminal)) {
            display.report("gateway is starting");
            display.report("Kafka is starting");
            display.report("Kafka is ready (3.0 s)");
            display.report("gateway is ready (9.0 s)");
        }
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
