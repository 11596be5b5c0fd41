package dev.atelier.acceptance.badday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** MongoDB is killed and restarted. */
class MongoDbCrashTest {
    private static final Duration THINKING = Duration.ofMillis(200);

    @Test
    void everyAcknowledgedWriteIsThereAndPeopleAreToldToWait() throws Exception {
        var loadRunResult = FaultScenario.requireConsistent(THINKING, (stack, loadRun) -> {
            for (var times = 0; times < 3; times++) {
                loadRun.load().awaitMoreWrites(20);
                stack.outage("mongodb").close();
            }
            loadRun.load().awaitMoreWrites(20);
        });
        assertThat(loadRunResult.ledger().refusals().keySet())
                .allMatch(refusal -> refusal.startsWith("503 ") || refusal.startsWith("504 "));
    }
}
