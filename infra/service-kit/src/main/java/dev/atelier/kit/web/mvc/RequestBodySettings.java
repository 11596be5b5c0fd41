package dev.atelier.kit.web.mvc;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;

/**
 * Limits of requests.
 *
 * @param maxBody bytes of a request's body, 1 MiB by default
 * @param bodyTypes what bodies may be, JSON alone by default
 */
@ConfigurationProperties("atelier.web")
record RequestBodySettings(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("application/json") List<MediaType> bodyTypes) {
    RequestBodySettings {
        bodyTypes = List.copyOf(bodyTypes);
    }
}
