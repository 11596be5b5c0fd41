package dev.atelier.acceptance.badday;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.stack.ServiceDefinition;
import dev.atelier.stack.ServiceProcess;
import dev.atelier.stack.supervision.PartOutage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every service behind the gateway is replaced under load: for each, a second instance starts and the first one is
 * stopped
 * by SIGTERM; then all first instances are restarted and the second ones stopped.
 */
class RollingUpgradeTest {
    private static final Duration THINKING = Duration.ofMillis(200);
    private static final List<String> SERVICES = ServiceDefinition.ALL.stream()
            .map(ServiceDefinition::name)
            .filter(name -> !name.equals("gateway"))
            .toList();

    @Test
    void noRequestFailsWhileServicesAreReplaced() throws Exception {
        var loadRunResult = BadDay.survived(THINKING, (stack, loadRun) -> {
            var firsts = new ArrayList<PartOutage>();
            var seconds = new ArrayList<ServiceProcess>();
            try (var visitor = new Visitor(loadRun.crews().getFirst())) {
                for (var service : SERVICES) {
                    seconds.add(stack.second(service));
                    visitor.goesOn(10);
                    firsts.add(stack.pause(service));
                    visitor.goesOn(10);
                }
                firsts.parallelStream().forEach(PartOutage::close);
                visitor.goesOn(10);
                seconds.forEach(ServiceProcess::close);
                visitor.goesOn(10);
                assertThat(visitor.failures()).isEmpty();
            }
        });

        assertThat(loadRunResult.ledger().unanswered()).isEmpty();
        assertThat(loadRunResult.ledger().refusals().keySet()).noneMatch(refusal -> refusal.startsWith("5"));
    }
}
