package dev.atelier.identity.keycloak;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Connection to Keycloak.
 *
 * @param url its address as this service reaches it, without the realm
 * @param clientId the client whose service account may view and manage users and view events
 * @param timeout for one answer; 200 ms to 2.5 s, as a change of names waits for it inside a transaction
 * @param pollInterval between two polls for events, and for due requests to Keycloak
 * @param overlap how far each poll goes back behind the newest event, for events that were committed late
 * @param eventRetention how long the realm keeps events; after a longer pause a full scan finds what was missed
 * @param scanInterval between two full scans
 * @param pageSize events or users per request, 1 to 1000
 */
@Validated
@ConfigurationProperties("atelier.keycloak")
public record KeycloakSettings(
        @NotNull URI url,
        @DefaultValue("atelier") @NotBlank String realm,
        @DefaultValue("identity-service") @NotBlank String clientId,
        @NotBlank String clientSecret,

        @DefaultValue("2s") @NotNull @DurationMin(millis = 200) @DurationMax(millis = 2500)
        Duration timeout,

        @DefaultValue("1s") @NotNull @DurationMin(millis = 50) @DurationMax(minutes = 5)
        Duration pollInterval,

        @DefaultValue("30s") @NotNull @DurationMin(seconds = 1) @DurationMax(minutes = 10)
        Duration overlap,

        @DefaultValue("7d") @NotNull @DurationMin(hours = 1) Duration eventRetention,

        @DefaultValue("1h") @NotNull @DurationMin(seconds = 1) @DurationMax(days = 7)
        Duration scanInterval,

        @DefaultValue("100") @Min(1) @Max(1000) int pageSize) {}
