package dev.atelier.backing.process;

import dev.atelier.backing.BackingServiceFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipFile;

/** Extracts ZIP archives. */
public final class ZipExtractor {
    private ZipExtractor() {}

    /**
     * Extracts into the folder; throws {@link BackingServiceFailed} for a damaged archive or an entry outside the
     * folder.
     */
    public static void extractInto(Path archive, Path folder) {
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                var file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new BackingServiceFailed(
                            archive.getFileName() + " has an entry outside the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.resolve("..").normalize());
                    try (var in = zip.getInputStream(entry)) {
                        Files.copy(in, file);
                    }
                }
            }
        } catch (IOException e) {
            throw new BackingServiceFailed("cannot unpack " + archive.getFileName() + ": " + e.getMessage(), e);
        }
    }
}
