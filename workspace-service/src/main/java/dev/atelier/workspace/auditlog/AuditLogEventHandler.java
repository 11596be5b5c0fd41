package dev.atelier.workspace.auditlog;

import dev.atelier.events.AgentRunEvent;
import dev.atelier.events.DomainEvent;
import dev.atelier.events.IdentityEvent.AddendumAccepted;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.NotificationEvent;
import dev.atelier.events.ReportEvent;
import dev.atelier.events.ServiceAccountEvent;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.inbox.DomainEventHandler;
import dev.atelier.kit.problem.NotFound;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Records the workspace events of other services in the audit log. */
@Component
class AuditLogEventHandler implements DomainEventHandler {
    private final AuditLog auditLog;
    private final WorkspaceAuthorization workspaceAuthorization;

    AuditLogEventHandler(AuditLog auditLog, WorkspaceAuthorization workspaceAuthorization) {
        this.auditLog = auditLog;
        this.workspaceAuthorization = workspaceAuthorization;
    }

    void on(AgentRunEvent event, MessageEnvelope envelope) {
        note(event, envelope);
    }

    void on(ReportEvent event, MessageEnvelope envelope) {
        note(event, envelope);
    }

    void on(NotificationEvent event, MessageEnvelope envelope) {
        note(event, envelope);
    }

    void on(ServiceAccountEvent event, MessageEnvelope envelope) {
        note(event, envelope);
    }

    void on(AddendumAccepted event, MessageEnvelope envelope) {
        note(event, envelope);
    }

    /** Ignores events of a deleted workspace. */
    private void note(DomainEvent event, MessageEnvelope envelope) {
        if (isThere(event)) {
            auditLog.note(event, envelope.id());
        }
    }

    private boolean isThere(DomainEvent event) {
        try {
            workspaceAuthorization.workspaceName(Objects.requireNonNull(event.workspaceId()));
            return true;
        } catch (NotFound e) {
            return false;
        }
    }
}
