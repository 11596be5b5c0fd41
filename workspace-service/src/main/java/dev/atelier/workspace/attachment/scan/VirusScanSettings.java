package dev.atelier.workspace.attachment.scan;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the virus scanner.
 *
 * @param address of ClamAV's daemon, {@code host:port}; empty switches scanning off
 * @param timeout for connecting and for each read; 1 second to 5 minutes
 */
@Validated
@ConfigurationProperties("atelier.virus-scan")
record VirusScanSettings(
        @NotNull @Pattern(regexp = "|[^:\\s]+:\\d{1,5}", message = "must be host:port") @DefaultValue("")
        String address,

        @NotNull @DurationMin(seconds = 1) @DurationMax(minutes = 5) @DefaultValue("25s")
        Duration timeout) {
    boolean isEnabled() {
        return !address.isEmpty();
    }

    InetSocketAddress socket() {
        int colon = address.indexOf(':');
        return new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }
}
