package dev.atelier.acceptance.badday;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each service dies while its relay, its consumers and its requests are busy. */
class ServicesDieTest {
    private static final Duration THINKING = Duration.ofMillis(200);
    private static final List<String> SERVICES = List.of(
            "workspace-service",
            "agent-run-service",
            "report-service",
            "notification-service",
            "identity-service",
            "gateway");

    @Test
    void whateverServiceDiesNothingAcknowledgedIsLostOrDoneTwice() throws Exception {
        BadDay.survived(THINKING, (stack, shift) -> {
            for (var service : SERVICES) {
                shift.load().goesOn(20);
                stack.kill(service);
            }
            shift.load().goesOn(20);
        });
    }
}
