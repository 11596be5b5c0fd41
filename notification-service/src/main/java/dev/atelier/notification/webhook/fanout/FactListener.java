package dev.atelier.notification.webhook.fanout;

import dev.atelier.events.AgentRunEvent;
import dev.atelier.events.Envelope;
import dev.atelier.events.Message;
import dev.atelier.events.NotificationEvent;
import dev.atelier.events.ReportEvent;
import dev.atelier.events.ServiceAccountEvent;
import dev.atelier.events.WorkspaceEvent;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.inbox.EventListener;
import org.springframework.stereotype.Component;

/** Hears everything that happens in workspaces. */
@Component
class FactListener implements EventListener {
    private final Gathering gathering;

    FactListener(Gathering gathering) {
        this.gathering = gathering;
    }

    void on(WorkspaceEvent event, Envelope envelope) {
        gather(event.workspaceId(), event, envelope);
    }

    void on(AgentRunEvent event, Envelope envelope) {
        gather(event.workspaceId(), event, envelope);
    }

    void on(ReportEvent event, Envelope envelope) {
        gather(event.workspaceId(), event, envelope);
    }

    void on(ServiceAccountEvent event, Envelope envelope) {
        gather(event.workspaceId(), event, envelope);
    }

    void on(NotificationEvent event, Envelope envelope) {
        gather(event.workspaceId(), event, envelope);
    }

    private void gather(WorkspaceId workspace, Message event, Envelope envelope) {
        gathering.add(Fact.of(workspace, event, envelope));
    }
}
