package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.id.EndpointId;
import dev.atelier.events.id.WorkspaceId;
import java.util.List;

/** An endpoint as the fan-out knows it. A paused one goes on collecting. */
public record Subscriber(WorkspaceId workspaceId, EndpointId id, List<EventFilter> events, boolean paused) {
    public Subscriber {
        events = List.copyOf(events);
    }

    static Subscriber of(Endpoint endpoint) {
        return new Subscriber(endpoint.workspaceId(), endpoint.id(), endpoint.events(), endpoint.paused());
    }

    public boolean wants(String type) {
        return events.stream().anyMatch(filter -> filter.matches(type));
    }
}
