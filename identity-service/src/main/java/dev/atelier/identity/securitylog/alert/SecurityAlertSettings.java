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
 * How often is too often.
 *
 * @param passwordSpraying different accounts at which sign-ins from one network fail
 * @param massInvitation invitations of one person
 * @param massExport exports and project reports of one person
 * @param tokenReuse refresh tokens of one account that were used again, each of another session, as Keycloak ends it
 */
@Validated
@ConfigurationProperties("atelier.security-log.alerts")
record SecurityAlertSettings(
        @NotNull @Valid AlertThreshold passwordSpraying,
        @NotNull @Valid AlertThreshold massInvitation,
        @NotNull @Valid AlertThreshold massExport,
        @NotNull @Valid AlertThreshold tokenReuse) {

    /**
     * So many within a while are an alarm, one in each such while.
     *
     * @param threshold 1 to 1,000
     * @param window 1 min to 1 day
     */
    record AlertThreshold(
            @Min(1) @Max(1000) int threshold,

            @NotNull @DurationMin(minutes = 1) @DurationMax(days = 1)
            Duration window) {}

    /** @throws IllegalArgumentException for what is not counted */
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
