package dev.atelier.bench.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchmarkReportTest {
    @Test
    void aReportIsOneLineOfJson() {
        var report = new BenchmarkReport(
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
        assertThat(MachineDescription.here())
                .containsOnlyKeys("system", "processor", "processors", "memory_mb", "java", "load_before");
    }
}
