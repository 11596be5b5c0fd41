package dev.atelier.stack;

import dev.atelier.backing.BackingServiceFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The installation of Atelier on this machine.
 *
 * @param root the repository
 * @param directory folder for data, logs and secrets: {@code .atelier} in the repository
 */
public record Installation(Path root, Path directory) {
    private static final long NEEDED_BYTES = 1L << 30;

    /** Returns the repository of {@code -Datelier.root}, or else the one that contains the working folder. */
    public static Installation locate() {
        var said = System.getProperty("atelier.root");
        var root = said == null ? around(Path.of("").toAbsolutePath()) : Path.of(said);
        return new Installation(root, root.resolve(".atelier"));
    }

    private static Path around(Path folder) {
        for (var candidate = folder; candidate != null; candidate = candidate.getParent()) {
            if (Files.exists(candidate.resolve("infra").resolve("atelier"))) {
                return candidate;
            }
        }
        throw new BackingServiceFailed(
                folder + " is not in Atelier's repository; change to it, or set -Datelier.root=...");
    }

    /** Throws {@link BackingServiceFailed} if less than 1 GB of disk is free for the data. */
    static void requireDisk(Path directory) {
        try {
            Files.createDirectories(directory);
            requireDisk(directory, Files.getFileStore(directory).getUsableSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void requireDisk(Path directory, long free) {
        if (free < NEEDED_BYTES) {
            throw new BackingServiceFailed(
                    "Only %d MB of disk are free at %s; a start needs 1 GB. Free some space, or delete the data of the stack: infra/atelier reset"
                            .formatted(free >> 20, directory));
        }
    }
}
