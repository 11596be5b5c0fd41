package dev.atelier.notification.webhook.sending;

import dev.atelier.events.id.EndpointId;
import dev.atelier.notification.webhook.delivery.Stream;
import dev.atelier.notification.webhook.endpoint.Endpoints;
import dev.atelier.notification.webhook.endpoint.Target;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Where to send, read once a second: a change made in another process is known after that time, one made here at once. */
@Component
class Targets {
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Endpoints endpoints;
    private final Map<EndpointId, Known> known = new ConcurrentHashMap<>();

    Targets(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** Empty where the endpoint was deleted. */
    Optional<Target> of(Stream stream) {
        var found = known.get(stream.endpointId());
        if (found == null || found.resting() || System.nanoTime() - found.readAt() > FRESH_NANOS) {
            long readAt = System.nanoTime();
            found = new Known(endpoints.target(stream.workspaceId(), stream.endpointId()), readAt);
            known.put(stream.endpointId(), found);
        }
        return found.target();
    }

    void forget(EndpointId endpoint) {
        known.remove(endpoint);
    }

    /** Who rests is looked up each time: a resumption elsewhere must not be missed. */
    private record Known(Optional<Target> target, long readAt) {
        boolean resting() {
            return target.isEmpty() || target.get().paused();
        }
    }
}
