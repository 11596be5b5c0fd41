package dev.atelier.acceptance.badday;

import static org.awaitility.Awaitility.await;

import dev.atelier.consistency.LoadRun;
import dev.atelier.stack.LocalStack;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The disk of MongoDB or Kafka is full for a while. */
class DiskFullTest {
    private static final Duration THINKING = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @ParameterizedTest
    @ValueSource(strings = {"mongodb", "kafka"})
    void nothingAcknowledgedIsLostAndRoomIsAllItNeeds(String part) throws Exception {
        TmpfsMount.assumePossible();
        FaultScenario.requireConsistent(THINKING, (stack, loadRun) -> {
            loadRun.load().awaitMoreWrites(10);
            TmpfsMount disk;
            try (var _ = stack.pause(part)) {
                disk = TmpfsMount.under(stack.data(part));
            }
            try {
                runsFull(stack, loadRun, part, disk);
            } finally {
                try (var _ = stack.pause(part)) {
                    disk.close();
                }
            }
            loadRun.load().awaitMoreWrites(10);
        });
    }

    private static void runsFull(LocalStack stack, LoadRun loadRun, String part, TmpfsMount disk) throws Exception {
        loadRun.load().awaitMoreWrites(10);
        int restarts = stack.restarts(part);
        var refusals = loadRun.load().ledger().refusals();
        disk.fill();
        await("the full disk is felt")
                .atMost(PATIENCE)
                .until(() -> !stack.alive(part)
                        || stack.restarts(part) > restarts
                        || !loadRun.load().ledger().refusals().equals(refusals));
        disk.empty();
        loadRun.load().awaitMoreWrites(20);
    }
}
