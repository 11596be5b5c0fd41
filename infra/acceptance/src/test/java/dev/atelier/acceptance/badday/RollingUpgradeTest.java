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
 *
 * <p>Seen red: where the load balancer tries one address only, requests answer 503, as the second instances have addresses
 * before they run. Without the drain, or without the repetition of requests that a stopping server did not read, it stays
 * green: either of the two is enough.
 */
class RollingUpgradeTest {
    private static final Duration THINKING = Duration.ofMillis(200);
    private static final List<String> SERVICES = ServiceDefinition.ALL.stream()
            .map(ServiceDefinition::name)
            .filter(name -> !name.equals("gateway"))
            .toList();

    @Test
    void noRequestFailsWhileServicesAreReplaced() throws Exception {
        var loadRunResult = FaultScenario.requireConsistent(THINKING, (stack, loadRun) -> {
            var firsts = new ArrayList<PartOutage>();
            var seconds = new ArrayList<ServiceProcess>();
            try (var backgroundReader =
                    new BackgroundReader(loadRun.workspaces().getFirst())) {
                for (var service : SERVICES) {
                    seconds.add(stack.second(service));
                    backgroundReader.awaitMoreReads(10);
                    firsts.add(stack.pause(service));
                    backgroundReader.awaitMoreReads(10);
                }
                firsts.parallelStream().forEach(PartOutage::close);
                backgroundReader.awaitMoreReads(10);
                seconds.forEach(ServiceProcess::close);
                backgroundReader.awaitMoreReads(10);
                assertThat(backgroundReader.failures()).isEmpty();
            }
        });

        assertThat(loadRunResult.ledger().unanswered()).isEmpty();
        assertThat(loadRunResult.ledger().refusals().keySet()).noneMatch(refusal -> refusal.startsWith("5"));
    }
}
