package dev.atelier.acceptance.badday;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Kafka is killed and restarted after 20 seconds. */
class KafkaOutageTest {
    private static final Duration THINKING = Duration.ofMillis(200);

    @Test
    void peopleKeepWritingWhileKafkaIsAway() throws Exception {
        FaultScenario.requireConsistent(THINKING, (stack, loadRun) -> {
            loadRun.load().awaitMoreWrites(20);
            try (var _ = stack.outage("kafka")) {
                var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
                while (System.nanoTime() < until) {
                    loadRun.load().awaitMoreWrites(5);
                }
            }
            loadRun.load().awaitMoreWrites(20);
        });
    }
}
