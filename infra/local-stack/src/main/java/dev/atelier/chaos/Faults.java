package dev.atelier.chaos;

import dev.atelier.chaos.Fault.Kind;
import dev.atelier.stack.Service;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Chooses what goes wrong; the same seed chooses the same. */
final class Faults {
    private static final List<String> SERVICES =
            Service.ALL.stream().map(Service::name).toList();
    private static final List<String> BACKING = List.of("mongodb", "kafka", "keycloak", "mail");
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final int SHORTEST_SECONDS = 3;
    private static final int LONGEST_SECONDS = 15;

    private final Random random;

    Faults(long seed) {
        this.random = new Random(seed);
    }

    /** Services go wrong twice as often as what they stand on. */
    Fault next() {
        var backing = random.nextInt(3) == 0;
        var parts = backing ? BACKING : SERVICES;
        var part = parts.get(random.nextInt(parts.size()));
        var kind = KINDS.get(random.nextInt(KINDS.size()));
        return new Fault(
                kind,
                part,
                Duration.ofSeconds(SHORTEST_SECONDS + random.nextInt(LONGEST_SECONDS - SHORTEST_SECONDS + 1)));
    }

    /** Until the next one. */
    Duration pause() {
        return Duration.ofSeconds(2 + random.nextInt(9));
    }
}
