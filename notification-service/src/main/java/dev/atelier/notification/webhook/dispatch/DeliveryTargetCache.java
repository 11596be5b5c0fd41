package dev.atelier.notification.webhook.dispatch;

import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.notification.webhook.delivery.DeliveryStream;
import dev.atelier.notification.webhook.endpoint.DeliveryTarget;
import dev.atelier.notification.webhook.endpoint.WebhookEndpointService;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Caches delivery targets for one second: changes made by another process take effect after at most that time, changes
 * made by this one at once.
 */
@Component
class DeliveryTargetCache {
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final WebhookEndpointService webhookEndpointService;
    private final Map<WebhookEndpointId, CachedTarget> known = new ConcurrentHashMap<>();

    DeliveryTargetCache(WebhookEndpointService webhookEndpointService) {
        this.webhookEndpointService = webhookEndpointService;
    }

    /** Returns the target; empty if the endpoint was deleted. */
    Optional<DeliveryTarget> of(DeliveryStream stream) {
        var found = known.get(stream.endpointId());
        if (found == null || found.isInactive() || System.nanoTime() - found.readAt() > FRESH_NANOS) {
            long readAt = System.nanoTime();
            found = new CachedTarget(webhookEndpointService.target(stream.workspaceId(), stream.endpointId()), readAt);
            known.put(stream.endpointId(), found);
        }
        return found.target();
    }

    void evict(WebhookEndpointId endpoint) {
        known.remove(endpoint);
    }

    /** A paused or deleted target is read again each time, so that a resumption by another process is not missed. */
    private record CachedTarget(Optional<DeliveryTarget> target, long readAt) {
        boolean isInactive() {
            return target.isEmpty() || target.get().paused();
        }
    }
}
