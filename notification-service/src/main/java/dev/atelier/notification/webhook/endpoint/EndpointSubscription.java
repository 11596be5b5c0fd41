package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the fan-out needs of an endpoint. Deliveries are also queued for a paused endpoint. */
public record EndpointSubscription(
        WorkspaceId workspaceId,
        WebhookEndpointId id,
        List<EventTypeFilter> events,
        boolean paused,
        @Nullable Instant resumedAt) {
    /** How long a resumed endpoint has a higher limit, to work off its backlog. */
    static final Duration GRACE = Duration.ofMinutes(10);

    public EndpointSubscription {
        events = List.copyOf(events);
    }

    static EndpointSubscription of(WebhookEndpoint endpoint) {
        return new EndpointSubscription(
                endpoint.workspaceId(), endpoint.id(), endpoint.events(), endpoint.paused(), endpoint.resumedAt());
    }

    /** Returns how many deliveries may wait for the endpoint: twice the backlog shortly after it was resumed. */
    public int limit(int backlog, Instant now) {
        return resumedAt != null && now.isBefore(resumedAt.plus(GRACE)) ? 2 * backlog : backlog;
    }

    public boolean wants(String type) {
        return events.stream().anyMatch(filter -> filter.matches(type));
    }
}
