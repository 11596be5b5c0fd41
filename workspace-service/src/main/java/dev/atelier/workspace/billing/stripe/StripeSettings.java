package dev.atelier.workspace.billing.stripe;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of Stripe's webhook.
 *
 * @param secret the signing secret, {@code whsec_...}; empty switches the route off
 * @param tolerance how old a signature may be, one second to one hour
 */
@Validated
@ConfigurationProperties("atelier.billing.stripe")
record StripeSettings(
        @NotNull @DefaultValue("") String secret,

        @NotNull @DurationMin(seconds = 1) @DurationMax(hours = 1) @DefaultValue("5m")
        Duration tolerance) {
    @Override
    public String toString() {
        return "StripeSettings[" + tolerance + "]";
    }
}
