package dev.atelier.kit.web.mvc;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The routes that accept file uploads.
 *
 * @param paths path patterns, none by default
 * @param maxBody maximum size of a file, 50 MiB by default
 */
@ConfigurationProperties("atelier.web.files")
record FileUploadSettings(
        @DefaultValue List<String> paths,
        @DefaultValue("50MB") DataSize maxBody) {
    FileUploadSettings {
        paths = List.copyOf(paths);
    }
}
