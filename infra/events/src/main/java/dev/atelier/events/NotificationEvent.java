package dev.atelier.events;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;

/** Events about webhooks. Key: the workspace. */
@Topic(value = "notification.events", source = "/notification-service")
public sealed interface NotificationEvent extends DomainEvent {
    @Override
    WorkspaceId workspaceId();

    @Override
    default String key() {
        return workspaceId().toString();
    }

    /** Nothing is sent to an endpoint until it is resumed. */
    @CloudEventType("notification.webhook-paused")
    record WebhookPaused(WorkspaceId workspaceId, WebhookEndpointId endpointId, WebhookPauseReason why)
            implements NotificationEvent {
        @Override
        public String subject() {
            return "endpoints/" + endpointId;
        }
    }

    /** Nothing is sent to an endpoint until a manager takes it over or {@code responsible} has their account back. */
    @CloudEventType("notification.webhook-suspended")
    record WebhookSuspended(
            WorkspaceId workspaceId, WebhookEndpointId endpointId, UserId responsible, SuspensionReason why)
            implements NotificationEvent {
        @Override
        public String subject() {
            return "endpoints/" + endpointId;
        }
    }

    /**
     * Events are sent to an endpoint again: its manager resumed it, or the responsible member has their account back.
     */
    @CloudEventType("notification.webhook-resumed")
    record WebhookResumed(WorkspaceId workspaceId, WebhookEndpointId endpointId, UserId by)
            implements NotificationEvent {
        @Override
        public String subject() {
            return "endpoints/" + endpointId;
        }
    }

    /** Why an endpoint was paused. */
    enum WebhookPauseReason {
        /** All attempts of a delivery failed. */
        FAILING,
        /** The endpoint answered 410. */
        GONE,
        /** More deliveries were waiting than the limit allows. */
        BACKLOG,
        /** The manager paused it. */
        PERSON,
        /** The responsible member's account may be under somebody else's control and is being recovered. */
        ACCOUNT_HELD,
        /** The responsible member is no longer a member, or their account is locked. */
        RESPONSIBLE_ENDED
    }
}
