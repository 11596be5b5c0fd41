package dev.atelier.kit.web.mvc;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;

/**
 * Limits of request bodies.
 *
 * @param maxBody maximum size of a body, 1 MiB by default
 * @param bodyTypes accepted media types, JSON only by default
 */
@ConfigurationProperties("atelier.web")
record RequestBodySettings(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("application/json") List<MediaType> bodyTypes) {
    RequestBodySettings {
        bodyTypes = List.copyOf(bodyTypes);
    }
}
