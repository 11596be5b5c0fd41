package dev.atelier.workspace.activity;

import dev.atelier.events.AgentRunEvent;
import dev.atelier.events.Envelope;
import dev.atelier.events.Event;
import dev.atelier.events.IdentityEvent.AddendumAccepted;
import dev.atelier.events.NotificationEvent;
import dev.atelier.events.ReportEvent;
import dev.atelier.events.ServiceAccountEvent;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.inbox.EventListener;
import dev.atelier.kit.web.NotFound;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Hears what happens to workspaces in other services. */
@Component
class FactListener implements EventListener {
    private final Activity activity;
    private final Access access;

    FactListener(Activity activity, Access access) {
        this.activity = activity;
        this.access = access;
    }

    void on(AgentRunEvent event, Envelope envelope) {
        note(event, envelope);
    }

    void on(ReportEvent event, Envelope envelope) {
        note(event, envelope);
    }

    void on(NotificationEvent event, Envelope envelope) {
        note(event, envelope);
    }

    void on(ServiceAccountEvent event, Envelope envelope) {
        note(event, envelope);
    }

    void on(AddendumAccepted event, Envelope envelope) {
        note(event, envelope);
    }

    /** Of a workspace that was deleted nothing is noted any more. */
    private void note(Event event, Envelope envelope) {
        if (isThere(event)) {
            activity.note(event, envelope.id());
        }
    }

    private boolean isThere(Event event) {
        try {
            access.workspaceName(Objects.requireNonNull(event.workspaceId()));
            return true;
        } catch (NotFound e) {
            return false;
        }
    }
}
