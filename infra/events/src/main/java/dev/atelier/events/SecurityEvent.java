package dev.atelier.events;

import dev.atelier.events.id.SecurityAlertId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** What the watch over sign-ins and mass acts found (I10): never from where. Key: the alert. */
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

    /** Something happened more often within a while than is likely to be honest. {@code userId} is null where no account did it. */
    @CloudEventType("identity.security-alert-raised")
    record SecurityAlertRaised(
            SecurityAlertId securityAlertId,
            SecurityAlertKind kind,
            SecurityAlertSeverity severity,
            @Nullable UserId userId)
            implements SecurityEvent {}

    /** What it is about. */
    enum SecurityAlertKind {
        /** From one network the passwords of many accounts were tried. */
        PASSWORD_SPRAYING,
        /** One person invited many. */
        MASS_INVITATION,
        /** One person took much data away. */
        MASS_EXPORT,
        /** Refresh tokens of one account were used again: somebody may have copied one. */
        TOKEN_REUSE,
        /** The security log has a gap or was changed. */
        LOG_BROKEN
    }

    /** How soon somebody should look. */
    enum SecurityAlertSeverity {
        MEDIUM,
        HIGH,
        CRITICAL
    }
}
