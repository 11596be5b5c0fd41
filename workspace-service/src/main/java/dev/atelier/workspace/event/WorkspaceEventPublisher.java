package dev.atelier.workspace.event;

import dev.atelier.events.EntityState;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.workspace.auditlog.AuditLog;
import org.springframework.stereotype.Component;

/** Appends the events of aggregates to the outbox, in the running transaction. */
@Component
public class WorkspaceEventPublisher {
    private final Outbox outbox;
    private final AuditLog auditLog;

    WorkspaceEventPublisher(Outbox outbox, AuditLog auditLog) {
        this.outbox = outbox;
        this.auditLog = auditLog;
    }

    /** Publishes the event of the change, numbered by its aggregate, and records it in the audit log. */
    public void publishEvent(AggregateChange<?> change) {
        var fact = change.fact();
        if (fact != null) {
            auditLog.record(fact, outbox.append(fact, change.after().sequence()));
        }
    }

    /** Publishes the current state of an entity. */
    public void publishState(EntityState state) {
        outbox.append(state);
    }
}
