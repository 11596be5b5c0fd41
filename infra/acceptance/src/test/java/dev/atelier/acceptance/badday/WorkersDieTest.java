package dev.atelier.acceptance.badday;

import static org.awaitility.Awaitility.await;

import dev.atelier.reckoning.Shift;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** agent-run-service in the middle of many runs; a second instance is there. */
class WorkersDieTest {
    private static final Duration THINKING = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int RUNS = 50;

    @Test
    void anotherInstanceGoesOnWhereADeadOneStopped() throws Exception {
        BadDay.survived(THINKING, (stack, shift) -> {
            try (var _ = stack.another("agent-run-service")) {
                shift.startRuns(RUNS);
                untilUnderWay(shift);
                try (var _ = stack.outage("agent-run-service")) {
                    untilAllConcluded(shift);
                }
            }
        });
    }

    @Test
    void aFrozenInstanceThatComesBackLateWritesNothing() throws Exception {
        BadDay.survived(THINKING, (stack, shift) -> {
            try (var _ = stack.another("agent-run-service")) {
                shift.startRuns(RUNS);
                untilUnderWay(shift);
                try (var _ = stack.freeze("agent-run-service")) {
                    untilAllConcluded(shift);
                }
            }
        });
    }

    private static void untilUnderWay(Shift shift) {
        await("half of the runs have asked the model")
                .atMost(PATIENCE)
                .until(() -> shift.model().turns().size() >= RUNS / 2);
    }

    /** Every run that was started so far has asked its last question. */
    private static void untilAllConcluded(Shift shift) {
        await("the other instance concludes the runs")
                .atMost(PATIENCE)
                .until(() -> shift.model().turns().values().stream()
                                .filter(turns -> turns.getLast() == 2)
                                .count()
                        >= RUNS);
    }
}
