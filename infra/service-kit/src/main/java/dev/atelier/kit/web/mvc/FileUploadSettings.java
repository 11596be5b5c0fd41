package dev.atelier.kit.web.mvc;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The routes whose bodies are files.
 *
 * @param paths patterns of their paths, none by default
 * @param maxBody bytes of a file, 50 MiB by default
 */
@ConfigurationProperties("atelier.web.files")
record FileUploadSettings(
        @DefaultValue List<String> paths,
        @DefaultValue("50MB") DataSize maxBody) {
    FileUploadSettings {
        paths = List.copyOf(paths);
    }
}
