package dev.atelier.identity.legal.publication;

import dev.atelier.identity.legal.version.LegalLanguage;
import dev.atelier.identity.legal.version.LegalVersion;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Links to legal documents.
 *
 * @param publicUrl where people reach Atelier
 */
@Validated
@ConfigurationProperties("atelier.legal")
record LegalSettings(
        @NotNull @DefaultValue("http://127.0.0.1:8080") URI publicUrl) {
    /** Returns the address of a version's page. */
    URI page(LegalVersion version, LegalLanguage language) {
        return UriComponentsBuilder.fromUri(publicUrl)
                .path("/api/public/legal-documents/{document}/page")
                .queryParam("number", version.number())
                .queryParam("language", language)
                .build(version.document());
    }
}
