package dev.atelier.workspace.invitation.link;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What links are made of.
 *
 * @param publicUrl where people reach Atelier, {@code https://atelier.example.org}
 * @param masterKey the installation's secret, at least 32 characters; the key of links is derived from it
 */
@Validated
@ConfigurationProperties("atelier")
record LinkSettings(
        @NotNull URI publicUrl, @NotBlank @Size(min = 32) String masterKey) {
    @Override
    public String toString() {
        return "LinkSettings[publicUrl=" + publicUrl + "]";
    }
}
