package dev.atelier.notification.webhook.endpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.atelier.events.NotificationEvent.Why;
import dev.atelier.events.id.EndpointId;
import dev.atelier.events.id.UserId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as its manager sees it.
 *
 * @param missed events that were dropped since the last resumption because too many were waiting
 * @param secret {@code whsec_...}; in the answer to its creation alone
 */
record EndpointView(
        EndpointId id,
        URI url,
        String description,
        List<String> events,
        State state,
        @Nullable Why pausedBecause,
        @Nullable Instant pausedSince,
        long missed,
        UserId createdBy,
        Instant createdAt,
        Instant changedAt,
        long version,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {
    static EndpointView of(Endpoint endpoint) {
        return of(endpoint, null);
    }

    static EndpointView of(Endpoint endpoint, @Nullable String secret) {
        var pause = endpoint.pause();
        var version = endpoint.version();
        return new EndpointView(
                endpoint.id(),
                endpoint.url(),
                endpoint.description(),
                endpoint.events().stream().map(EventFilter::pattern).toList(),
                pause == null ? State.ACTIVE : State.PAUSED,
                pause == null ? null : pause.why(),
                pause == null ? null : pause.since(),
                endpoint.missed(),
                endpoint.createdBy(),
                endpoint.createdAt(),
                endpoint.changedAt(),
                version == null ? 0 : version,
                secret);
    }

    /** Whether anything goes out. */
    enum State {
        ACTIVE,
        PAUSED
    }
}
