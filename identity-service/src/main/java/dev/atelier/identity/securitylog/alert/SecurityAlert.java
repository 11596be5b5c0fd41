package dev.atelier.identity.securitylog.alert;

import dev.atelier.events.SecurityEvent.SecurityAlertKind;
import dev.atelier.events.SecurityEvent.SecurityAlertSeverity;
import dev.atelier.events.id.SecurityAlertId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An alert.
 *
 * @param count number of signals
 * @param since time of the first signal
 * @param at time of the last signal
 * @param expires when the database deletes it, along with the log entries of that time
 */
@TypeAlias("security-alert")
@Document("securityAlerts")
@CompoundIndex(name = "ofKind", def = "{'kind': 1, '_id': -1}")
record SecurityAlert(
        @Id SecurityAlertId id,
        SecurityAlertKind kind,
        SecurityAlertSeverity severity,
        @Nullable UserId userId,

        @Nullable @PersonalData(
                category = Category.TECHNICAL,
                purpose = "shows where misuse of accounts comes from",
                basis = Basis.LEGITIMATE_INTEREST,
                retention = "365 days, or as set")
        String network,

        int count,
        Instant since,
        Instant at,

        @Indexed(expireAfter = "0s") Instant expires) {
    static SecurityAlertSeverity severity(SecurityAlertKind securityAlertKind) {
        return switch (securityAlertKind) {
            case MASS_INVITATION -> SecurityAlertSeverity.MEDIUM;
            case PASSWORD_SPRAYING, MASS_EXPORT, TOKEN_REUSE -> SecurityAlertSeverity.HIGH;
            case LOG_BROKEN -> SecurityAlertSeverity.CRITICAL;
        };
    }
}
