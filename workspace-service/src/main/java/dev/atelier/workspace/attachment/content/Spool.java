package dev.atelier.workspace.attachment.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Files on this instance's disk while they come in. */
@Component
class Spool {
    private static final String PREFIX = "atelier-upload-";
    private static final Duration LEFT_BEHIND = Duration.ofHours(2);

    private final Clock clock;

    Spool(Clock clock) {
        this.clock = clock;
    }

    Path file() throws IOException {
        return Files.createTempFile(PREFIX, ".part");
    }

    /** Removes what an instance left that died. */
    void sweep() throws IOException {
        var before = FileTime.from(clock.instant().minus(LEFT_BEHIND));
        try (var files = Files.newDirectoryStream(directory(), PREFIX + "*")) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).compareTo(before) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static Path directory() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }
}
