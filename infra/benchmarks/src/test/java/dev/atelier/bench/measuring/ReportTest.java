package dev.atelier.bench.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void aReportIsOneLineOfJson() {
        var report = new Report(
                "gateway",
                Map.of("per_s", 1200.5),
                Map.of("requests", 10, "connections", 16),
                Map.of("rounds", 3),
                Map.of("processors", 2));

        assertThat(report.json())
                .isEqualTo(
                        "{\"name\":\"gateway\",\"figures\":{\"per_s\":1200.5},\"sizes\":{\"connections\":16,\"requests\":10},"
                                + "\"settings\":{\"rounds\":3},\"machine\":{\"processors\":2}}");
    }

    @Test
    void theMachineIsDescribedWithoutItsName() {
        assertThat(Machine.here())
                .containsOnlyKeys("system", "processor", "processors", "memory_mb", "java", "load_before");
    }
}
