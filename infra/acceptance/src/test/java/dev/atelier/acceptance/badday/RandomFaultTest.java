package dev.atelier.acceptance.badday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.acceptance.RunningSystem;
import dev.atelier.chaos.ChaosRound;
import dev.atelier.consistency.LoadRun;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Random faults in random parts; the seed is printed, so that a round can be repeated. */
class RandomFaultTest {
    private static final Duration LENGTH = Duration.ofMinutes(1);

    @Test
    void whateverGoesWrongTheReckoningBalances() throws Exception {
        long seed = RandomGenerator.getDefault().nextInt(1, 1_000_000);
        var loadRunResult = new ChaosRound(
                        RunningSystem.get().stack(), LENGTH, seed, said -> IO.println("chaos " + seed + ": " + said))
                .run();
        assertThat(loadRunResult)
                .as("seed %d%n%s", seed, loadRunResult)
                .matches(LoadRun.LoadRunResult::good, "balances");
    }
}
