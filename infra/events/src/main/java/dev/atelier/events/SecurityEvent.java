package dev.atelier.events;

import dev.atelier.events.id.SecurityAlertId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** Alerts of the monitoring of sign-ins and mass actions, without network addresses. Key: the alert. */
@Topic(value = "identity.events", source = "/identity-service")
public sealed interface SecurityEvent extends DomainEvent {
    SecurityAlertId securityAlertId();

    @Override
    default String subject() {
        return "security-alerts/" + securityAlertId();
    }

    @Override
    default String key() {
        return securityAlertId().toString();
    }

    @Override
    default @Nullable WorkspaceId workspaceId() {
        return null;
    }

    /**
     * Something happened more often in a period than honest use explains. {@code userId} is null if no account caused
     * it.
     */
    @CloudEventType("identity.security-alert-raised")
    record SecurityAlertRaised(
            SecurityAlertId securityAlertId,
            SecurityAlertKind kind,
            SecurityAlertSeverity severity,
            @Nullable UserId userId)
            implements SecurityEvent {}

    /** What the alert is about. */
    enum SecurityAlertKind {
        /** The passwords of many accounts were tried from one network. */
        PASSWORD_SPRAYING,
        /** One user invited many people. */
        MASS_INVITATION,
        /** One user exported much data. */
        MASS_EXPORT,
        /** Refresh tokens of one account were used again: somebody may have copied one. */
        TOKEN_REUSE,
        /** The security log has a gap or was changed. */
        LOG_BROKEN
    }

    /** How urgent the alert is. */
    enum SecurityAlertSeverity {
        MEDIUM,
        HIGH,
        CRITICAL
    }
}
