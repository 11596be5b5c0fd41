package dev.atelier.identity.securitylog.alert;

import dev.atelier.events.SecurityEvent.SecurityAlertKind;
import dev.atelier.events.SecurityEvent.SecurityAlertSeverity;
import dev.atelier.events.id.SecurityAlertId;
import dev.atelier.events.id.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An alert, as an operator reads it. */
record SecurityAlertResponse(
        SecurityAlertId id,
        SecurityAlertKind kind,
        SecurityAlertSeverity severity,

        @Nullable @Schema(description = "the account concerned; null where signals were counted by network")
        UserId userId,

        @Nullable @Schema(description = "the network it came from, in CIDR notation", example = "203.0.113.0/24")
        String network,

        @Schema(description = "the number of signals when it was raised")
        int count,

        @Schema(description = "time of the first signal") Instant firstOccurredAt,

        @Schema(description = "time of the last signal") Instant lastOccurredAt) {
    static SecurityAlertResponse of(SecurityAlert alert) {
        return new SecurityAlertResponse(
                alert.id(),
                alert.kind(),
                alert.severity(),
                alert.userId(),
                alert.network(),
                alert.count(),
                alert.since(),
                alert.at());
    }
}
