package dev.atelier.bench.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessCpuTimeTest {
    @Test
    void whatWasUsedIsTheDifferenceOfEachPart() {
        var before = new ProcessCpuTime(Map.of("kafka", Duration.ofSeconds(3), "mongodb", Duration.ofSeconds(1)));
        var after = new ProcessCpuTime(Map.of("kafka", Duration.ofSeconds(5), "mongodb", Duration.ofMillis(1500)));

        var used = after.since(before);

        assertThat(used.byPart()).containsEntry("kafka", Duration.ofSeconds(2));
        assertThat(used.total()).isEqualTo(Duration.ofMillis(2500));
    }

    @Test
    void aPartThatWasStartedAgainCountsFromItsStart() {
        var before = new ProcessCpuTime(Map.of("gateway", Duration.ofSeconds(9)));
        var after = new ProcessCpuTime(Map.of("gateway", Duration.ofSeconds(4)));

        assertThat(after.since(before).total()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void thisProcessHasUsedSome() {
        var here = ProcessCpuTime.of(Map.of("here", ProcessHandle.current().pid(), "gone", Long.MAX_VALUE));

        assertThat(here.byPart()).containsOnlyKeys("here");
        assertThat(here.total()).isPositive();
    }
}
