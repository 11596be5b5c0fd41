package dev.atelier.identity.securitylog.alert;

import dev.atelier.events.SecurityEvent.SecurityAlertKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Thresholds of security alerts.
 *
 * @param passwordSpraying different accounts with failed sign-ins from one network
 * @param massInvitation invitations by one person
 * @param massExport exports and project reports by one person
 * @param tokenReuse reused refresh tokens of one account, each of another session, as Keycloak ends the session
 */
@Validated
@ConfigurationProperties("atelier.security-log.alerts")
record SecurityAlertSettings(
        @NotNull @Valid AlertThreshold passwordSpraying,
        @NotNull @Valid AlertThreshold massInvitation,
        @NotNull @Valid AlertThreshold massExport,
        @NotNull @Valid AlertThreshold tokenReuse) {

    /**
     * Number of signals within a window that raises an alert, one per window.
     *
     * @param threshold 1 to 1,000
     * @param window 1 min to 1 day
     */
    record AlertThreshold(
            @Min(1) @Max(1000) int threshold,

            @NotNull @DurationMin(minutes = 1) @DurationMax(days = 1)
            Duration window) {}

    /** @throws IllegalArgumentException for a kind that is not counted */
    AlertThreshold rule(SecurityAlertKind securityAlertKind) {
        return switch (securityAlertKind) {
            case PASSWORD_SPRAYING -> passwordSpraying;
            case MASS_INVITATION -> massInvitation;
            case MASS_EXPORT -> massExport;
            case TOKEN_REUSE -> tokenReuse;
            case LOG_BROKEN -> throw new IllegalArgumentException(securityAlertKind + " is not counted");
        };
    }
}
