package dev.atelier.acceptance.badday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.stack.Service;
import dev.atelier.stack.ServiceProcess;
import dev.atelier.stack.watch.Outage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every service behind the gateway is replaced while people work: second instances come one by one, each time the first is stopped by
 * SIGTERM; then all firsts come back and the seconds are stopped.
 */
class RollingUpgradeTest {
    private static final Duration THINKING = Duration.ofMillis(200);
    private static final List<String> SERVICES = Service.ALL.stream()
            .map(Service::name)
            .filter(name -> !name.equals("gateway"))
            .toList();

    @Test
    void noRequestFailsWhileServicesAreReplaced() throws Exception {
        var outcome = BadDay.survived(THINKING, (stack, shift) -> {
            var firsts = new ArrayList<Outage>();
            var seconds = new ArrayList<ServiceProcess>();
            try (var visitor = new Visitor(shift.crews().getFirst())) {
                for (var service : SERVICES) {
                    seconds.add(stack.second(service));
                    visitor.goesOn(10);
                    firsts.add(stack.pause(service));
                    visitor.goesOn(10);
                }
                firsts.parallelStream().forEach(Outage::close);
                visitor.goesOn(10);
                seconds.forEach(ServiceProcess::close);
                visitor.goesOn(10);
                assertThat(visitor.failures()).isEmpty();
            }
        });

        assertThat(outcome.ledger().unanswered()).isEmpty();
        assertThat(outcome.ledger().refusals().keySet()).noneMatch(refusal -> refusal.startsWith("5"));
    }
}
