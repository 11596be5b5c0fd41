package dev.atelier.workspace.event;

import dev.atelier.events.EntityState;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.workspace.auditlog.AuditLog;
import org.springframework.stereotype.Component;

/** Puts what aggregates say into the outbox, in the running transaction. */
@Component
public class WorkspaceEventPublisher {
    private final Outbox outbox;
    private final AuditLog auditLog;

    WorkspaceEventPublisher(Outbox outbox, AuditLog auditLog) {
        this.outbox = outbox;
        this.auditLog = auditLog;
    }

    /** Says the change's fact, numbered by its aggregate, and notes it for the workspace's history. */
    public void say(AggregateChange<?> change) {
        var fact = change.fact();
        if (fact != null) {
            auditLog.note(fact, outbox.append(fact, change.after().sequence()));
        }
    }

    /** Publishes the current state of a thing. */
    public void publish(EntityState state) {
        outbox.append(state);
    }
}
