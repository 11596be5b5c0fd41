package dev.atelier.notification.webhook.endpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.atelier.events.NotificationEvent.WebhookPauseReason;
import dev.atelier.events.SuspensionReason;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.kit.responsibility.Suspension;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as its manager sees it.
 *
 * @param droppedEvents number of events dropped since the last resumption because the backlog was full
 * @param responsible the member who created the endpoint, or who took it over last
 * @param suspendedAt since when nothing is sent because the responsible member is not active; null if not suspended
 * @param secret {@code whsec_...}; only in the response to its creation
 */
record WebhookEndpointResponse(
        WebhookEndpointId id,
        URI url,
        String description,
        List<String> events,
        WebhookEndpointState state,
        @Nullable WebhookPauseReason pauseReason,
        @Nullable Instant pausedAt,
        long droppedEvents,
        UserId createdBy,
        UserId responsible,
        @Nullable Instant suspendedAt,
        @Nullable SuspensionReason suspendedReason,
        Instant createdAt,
        Instant changedAt,
        long version,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {
    static WebhookEndpointResponse of(WebhookEndpoint endpoint) {
        return of(endpoint, null);
    }

    static WebhookEndpointResponse of(WebhookEndpoint endpoint, @Nullable String secret) {
        var pause = endpoint.pause();
        var suspension = endpoint.suspension();
        var version = endpoint.version();
        return new WebhookEndpointResponse(
                endpoint.id(),
                endpoint.url(),
                endpoint.description(),
                endpoint.events().stream().map(EventTypeFilter::pattern).toList(),
                endpoint.paused() ? WebhookEndpointState.PAUSED : WebhookEndpointState.ACTIVE,
                suspension != null ? why(suspension) : pause == null ? null : pause.why(),
                suspension != null ? suspension.at() : pause == null ? null : pause.since(),
                endpoint.missed(),
                endpoint.createdBy(),
                endpoint.responsible(),
                suspension == null ? null : suspension.at(),
                suspension == null ? null : suspension.reason(),
                endpoint.createdAt(),
                endpoint.changedAt(),
                version == null ? 1 : version + 1,
                secret);
    }

    private static WebhookPauseReason why(Suspension suspension) {
        return suspension.reason() == SuspensionReason.ACCOUNT_HELD
                ? WebhookPauseReason.ACCOUNT_HELD
                : WebhookPauseReason.RESPONSIBLE_ENDED;
    }

    /** Whether deliveries are sent. */
    enum WebhookEndpointState {
        ACTIVE,
        PAUSED
    }
}
