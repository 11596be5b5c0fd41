package dev.atelier.events;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;

/** What happened to mails and webhooks. Key: the workspace. */
@Topic(value = "notification.events", source = "/notification-service")
public sealed interface NotificationEvent extends DomainEvent {
    @Override
    WorkspaceId workspaceId();

    @Override
    default String key() {
        return workspaceId().toString();
    }

    /** An endpoint gets nothing until it is resumed. */
    @CloudEventType("notification.webhook-paused")
    record WebhookPaused(WorkspaceId workspaceId, WebhookEndpointId endpointId, WebhookPauseReason why)
            implements NotificationEvent {
        @Override
        public String subject() {
            return "endpoints/" + endpointId;
        }
    }

    /** An endpoint gets nothing until a manager takes it over, or {@code responsible} has their account back. */
    @CloudEventType("notification.webhook-suspended")
    record WebhookSuspended(
            WorkspaceId workspaceId, WebhookEndpointId endpointId, UserId responsible, SuspensionReason why)
            implements NotificationEvent {
        @Override
        public String subject() {
            return "endpoints/" + endpointId;
        }
    }

    /** An endpoint has its events again: its manager wished so, or whoever is responsible has their account back. */
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
        /** Every try of a delivery over its whole schedule failed. */
        FAILING,
        /** It answered 410. */
        GONE,
        /** More waits for it than may wait. */
        BACKLOG,
        /** The manager paused it. */
        PERSON,
        /** Somebody else may have the account of who is responsible for it. */
        ACCOUNT_HELD,
        /** Who was responsible for it is no member any more, or their account is shut. */
        RESPONSIBLE_ENDED
    }
}
