package dev.atelier.backing.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that the node writes when its start is complete. */
record ReadyFile(Path path) {

    ReadyFile {
        path = path.toAbsolutePath();
    }

    boolean exists() {
        return Files.exists(path);
    }

    void write() {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, "ready\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
