package dev.atelier.acceptance.badday;

import static org.awaitility.Awaitility.await;

import dev.atelier.consistency.LoadRun;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** agent-run-service is killed or suspended during many runs, with a second instance running. */
class RunWorkerCrashTest {
    private static final Duration THINKING = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int RUNS = 50;

    @Test
    void anotherInstanceGoesOnWhereADeadOneStopped() throws Exception {
        FaultScenario.requireConsistent(THINKING, (stack, loadRun) -> {
            try (var _ = stack.another("agent-run-service")) {
                loadRun.startRuns(RUNS);
                untilUnderWay(loadRun);
                try (var _ = stack.outage("agent-run-service")) {
                    untilAllConcluded(loadRun);
                }
            }
        });
    }

    @Test
    void aFrozenInstanceThatComesBackLateWritesNothing() throws Exception {
        FaultScenario.requireConsistent(THINKING, (stack, loadRun) -> {
            try (var _ = stack.another("agent-run-service")) {
                loadRun.startRuns(RUNS);
                untilUnderWay(loadRun);
                try (var _ = stack.freeze("agent-run-service")) {
                    untilAllConcluded(loadRun);
                }
            }
        });
    }

    private static void untilUnderWay(LoadRun loadRun) {
        await("half of the runs have asked the model")
                .atMost(PATIENCE)
                .until(() -> loadRun.model().turns().size() >= RUNS / 2);
    }

    /** Whether every run that was started so far has sent its last request to the model. */
    private static void untilAllConcluded(LoadRun loadRun) {
        await("the other instance concludes the runs")
                .atMost(PATIENCE)
                .until(() -> loadRun.model().turns().values().stream()
                                .filter(turns -> turns.getLast() == 2)
                                .count()
                        >= RUNS);
    }
}
