package dev.atelier.bench.system;

import dev.atelier.backing.process.LocalFileCache;
import dev.atelier.stack.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Folders of interrupted benchmarks, whose processes have ended. */
public final class LeftoverFolders {
    private static final Pattern OF_A_PROCESS = Pattern.compile("[a-z]+-(\\d+)");

    private LeftoverFolders() {}

    /** Deletes the folders whose process has ended. */
    public static void delete() throws IOException {
        var all = Installation.locate().directory().resolve("bench");
        if (Files.isDirectory(all)) {
            try (var folders = Files.list(all)) {
                folders.filter(LeftoverFolders::nobodys).forEach(LocalFileCache::delete);
            }
        }
    }

    private static boolean nobodys(Path folder) {
        var name = OF_A_PROCESS.matcher(folder.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }
}
