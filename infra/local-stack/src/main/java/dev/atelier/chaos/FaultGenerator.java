package dev.atelier.chaos;

import dev.atelier.chaos.InjectedFault.FaultKind;
import dev.atelier.stack.ServiceDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Generates random faults; the same seed generates the same faults. */
final class FaultGenerator {
    private static final List<String> SERVICES =
            ServiceDefinition.ALL.stream().map(ServiceDefinition::name).toList();
    private static final List<String> BACKING = List.of("mongodb", "kafka", "keycloak", "mail");
    private static final List<FaultKind> KINDS = List.of(FaultKind.values());
    private static final int SHORTEST_SECONDS = 3;
    private static final int LONGEST_SECONDS = 15;

    private final Random random;

    FaultGenerator(long seed) {
        this.random = new Random(seed);
    }

    /** Services fail twice as often as backing services. */
    InjectedFault next() {
        var backing = random.nextInt(3) == 0;
        var parts = backing ? BACKING : SERVICES;
        var part = parts.get(random.nextInt(parts.size()));
        var kind = KINDS.get(random.nextInt(KINDS.size()));
        return new InjectedFault(
                kind,
                part,
                Duration.ofSeconds(SHORTEST_SECONDS + random.nextInt(LONGEST_SECONDS - SHORTEST_SECONDS + 1)));
    }

    /** Returns the pause until the next fault. */
    Duration pause() {
        return Duration.ofSeconds(2 + random.nextInt(9));
    }
}
