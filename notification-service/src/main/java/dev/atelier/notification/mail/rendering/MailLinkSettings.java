package dev.atelier.notification.mail.rendering;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Base address of the links in mails.
 *
 * @param publicUrl the public address of Atelier, such as {@code https://atelier.example.org}
 */
@Validated
@ConfigurationProperties("atelier")
public record MailLinkSettings(
        @NotNull @DefaultValue("http://127.0.0.1:8080") URI publicUrl) {
    /** Returns the absolute address of a page. */
    public String link(String path, Object... ids) {
        return UriComponentsBuilder.fromUri(publicUrl).path(path).build(ids).toString();
    }
}
