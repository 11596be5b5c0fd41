package dev.atelier.agentrun.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunWorkerTest {
    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "3, 8", "8, 256", "9, 256", "1000000, 256"})
    void aRunThatHasTroubleAgainAndAgainWaitsLongerEachTime(int troubles, int seconds) {
        assertThat(RunWorker.pauseAfter(troubles)).hasSeconds(seconds);
    }
}
