package dev.atelier.acceptance.badday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.stack.Service;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every service behind the gateway is replaced while people work: a second instance comes, the first is stopped by SIGTERM and comes back, the second goes. */
class RollingUpgradeTest {
    private static final Duration THINKING = Duration.ofMillis(200);
    private static final List<String> SERVICES = Service.ALL.stream()
            .map(Service::name)
            .filter(name -> !name.equals("gateway"))
            .toList();

    @Test
    void noRequestFailsWhileServicesAreReplaced() throws Exception {
        var outcome = BadDay.survived(THINKING, (stack, shift) -> {
            try (var visitor = new Visitor(shift.crews().getFirst())) {
                for (var service : SERVICES) {
                    var second = stack.second(service);
                    visitor.goesOn(10);
                    stack.pause(service).close();
                    visitor.goesOn(10);
                    second.close();
                }
                visitor.goesOn(10);
                assertThat(visitor.failures()).isEmpty();
            }
        });

        assertThat(outcome.ledger().unanswered()).isEmpty();
        assertThat(outcome.ledger().refusals().keySet()).noneMatch(refusal -> refusal.startsWith("5"));
    }
}
