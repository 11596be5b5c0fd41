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
        record(event, envelope);
    }

    void on(ReportEvent event, MessageEnvelope envelope) {
        record(event, envelope);
    }

    void on(NotificationEvent event, MessageEnvelope envelope) {
        record(event, envelope);
    }

    void on(ServiceAccountEvent event, MessageEnvelope envelope) {
        record(event, envelope);
    }

    void on(AddendumAccepted event, MessageEnvelope envelope) {
        record(event, envelope);
    }

    /** Ignores events of a deleted workspace. */
    private void record(DomainEvent event, MessageEnvelope envelope) {
        if (workspaceExists(event)) {
            auditLog.record(event, envelope.id());
        }
    }

    private boolean workspaceExists(DomainEvent event) {
        try {
            workspaceAuthorization.workspaceName(Objects.requireNonNull(event.workspaceId()));
            return true;
        } catch (NotFound e) {
            return false;
        }
    }
}
