package dev.atelier.identity.securitylog.alert;

import dev.atelier.events.SecurityEvent.SecurityAlertKind;
import dev.atelier.events.SecurityEvent.SecurityAlertSeverity;
import dev.atelier.events.id.SecurityAlertId;
import dev.atelier.events.id.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An alarm, as an operator reads it. */
record SecurityAlertResponse(
        SecurityAlertId id,
        SecurityAlertKind kind,
        SecurityAlertSeverity severity,

        @Nullable @Schema(description = "the account it is about; null where a network did it")
        UserId userId,

        @Nullable @Schema(description = "the network it came from, in CIDR notation", example = "203.0.113.0/24")
        String network,

        @Schema(description = "how many were counted when it was raised")
        int count,

        @Schema(description = "when the first of them was") Instant since,

        @Schema(description = "when the last of them was") Instant at) {
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
