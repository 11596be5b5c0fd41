package dev.atelier.workspace.invitation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of invitation links.
 *
 * @param publicUrl the public address of Atelier, for example {@code https://atelier.example.org}
 * @param masterKey the installation's keys of 32 bytes in base64, separated by commas, the current one first
 */
@Validated
@ConfigurationProperties("atelier")
record InvitationLinkSettings(
        @NotNull URI publicUrl,

        @NotNull @Pattern(regexp = ONE + "(," + ONE + ")*", message = "must be 32 bytes in base64, or several with commas")
        String masterKey) {
    private static final String ONE = "\\s*[A-Za-z0-9+/]{43}=\\s*";

    List<byte[]> masterKeys() {
        return Arrays.stream(masterKey.split(",", -1))
                .map(text -> Base64.getDecoder().decode(text.strip()))
                .toList();
    }

    @Override
    public String toString() {
        return "InvitationLinkSettings[publicUrl=" + publicUrl + "]";
    }
}
