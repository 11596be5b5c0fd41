package dev.atelier.notification.mail;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where the links of mails lead.
 *
 * @param publicUrl where people reach Atelier, {@code https://atelier.example.org}
 */
@Validated
@ConfigurationProperties("atelier")
record MailLinkSettings(
        @NotNull @DefaultValue("http://127.0.0.1:8080") URI publicUrl) {
    /** The address of a page below it. */
    String link(String path, Object... ids) {
        return UriComponentsBuilder.fromUri(publicUrl).path(path).build(ids).toString();
    }
}
