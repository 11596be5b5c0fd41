package dev.atelier.acceptance.badday;

import dev.atelier.stack.ServiceDefinition;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each service is killed while its relay, consumers and requests are busy. */
class ServiceCrashTest {
    private static final Duration THINKING = Duration.ofMillis(200);

    @Test
    void whateverServiceDiesNothingAcknowledgedIsLostOrDoneTwice() throws Exception {
        FaultScenario.requireConsistent(THINKING, (stack, loadRun) -> {
            for (var serviceDefinition : ServiceDefinition.ALL) {
                loadRun.load().awaitMoreWrites(20);
                stack.kill(serviceDefinition.name());
            }
            loadRun.load().awaitMoreWrites(20);
        });
    }
}
