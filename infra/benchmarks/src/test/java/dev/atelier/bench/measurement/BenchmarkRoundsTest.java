package dev.atelier.bench.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchmarkRoundsTest {
    private final BenchmarkRounds rounds = new BenchmarkRounds();

    @Test
    void figuresAreTheMediansOfTheRounds() {
        rounds.add(Map.of("per_s", 600.04));
        rounds.add(Map.of("per_s", 90.126));
        rounds.add(Map.of("per_s", 1000.0));

        assertThat(rounds.figures())
                .containsEntry("per_s", 600.0)
                .containsEntry("rounds", Map.of("per_s", List.of(600.0, 90.13, 1000.0)));
    }

    @Test
    void theMedianOfTwoLiesBetweenThem() {
        assertThat(BenchmarkRounds.median(List.of(4.0, 1.0))).isEqualTo(2.5);
    }

    @Test
    void aFigureThatOnlySomeRoundsHaveIsTheMedianOfThose() {
        rounds.add(Map.of("redone", 0.0));
        rounds.add(Map.of("redone", 2.0, "recovery_s", 7.0));

        assertThat(rounds.figures()).containsEntry("recovery_s", 7.0).containsEntry("redone", 1.0);
    }
}
