package dev.atelier.notification.webhook.fanout;

import dev.atelier.events.AgentRunEvent;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.NotificationEvent;
import dev.atelier.events.PublishedMessage;
import dev.atelier.events.ReportEvent;
import dev.atelier.events.ServiceAccountEvent;
import dev.atelier.events.WorkspaceEvent;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.inbox.DomainEventHandler;
import org.springframework.stereotype.Component;

/** Consumes all events of workspaces. */
@Component
class WebhookEventHandler implements DomainEventHandler {
    private final TransactionEventBuffer transactionEventBuffer;

    WebhookEventHandler(TransactionEventBuffer transactionEventBuffer) {
        this.transactionEventBuffer = transactionEventBuffer;
    }

    void on(WorkspaceEvent event, MessageEnvelope envelope) {
        buffer(event.workspaceId(), event, envelope);
    }

    void on(AgentRunEvent event, MessageEnvelope envelope) {
        buffer(event.workspaceId(), event, envelope);
    }

    void on(ReportEvent event, MessageEnvelope envelope) {
        buffer(event.workspaceId(), event, envelope);
    }

    void on(ServiceAccountEvent event, MessageEnvelope envelope) {
        buffer(event.workspaceId(), event, envelope);
    }

    void on(NotificationEvent event, MessageEnvelope envelope) {
        buffer(event.workspaceId(), event, envelope);
    }

    private void buffer(WorkspaceId workspace, PublishedMessage event, MessageEnvelope envelope) {
        transactionEventBuffer.add(WebhookEvent.of(workspace, event, envelope));
    }
}
