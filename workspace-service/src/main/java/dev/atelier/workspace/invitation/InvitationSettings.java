package dev.atelier.workspace.invitation;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How invitations behave.
 *
 * @param validity how long a link can be used after its mail was asked for; one minute to 90 days
 */
@Validated
@ConfigurationProperties("atelier.invitation")
record InvitationSettings(
        @NotNull @DurationMin(minutes = 1) @DurationMax(days = 90) @DefaultValue("7d")
        Duration validity) {}
