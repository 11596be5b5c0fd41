package dev.atelier.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Sources that are compiled in a copy below {@code target}, next to what is generated. */
final class SourceFolder {
    private SourceFolder() {}

    /** Copies the files of {@code src/test/<name>} and returns the folder of the copies. */
    static Path copy(String name) throws IOException {
        var target = Files.createDirectories(Path.of("target", name).toAbsolutePath());
        try (var sources = Files.list(Path.of("src/test", name))) {
            for (var source : sources.filter(Files::isRegularFile).toList()) {
                Files.copy(source, target.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return target;
    }

    /**
     * The numbers of the lines that a compiler must refuse: of each use, which begins with a comment, the last line.
     * The first comment is the file's.
     */
    static List<Integer> refusedLines(Path source, String comment) throws IOException {
        var lines = Files.readAllLines(source);
        var refused = new ArrayList<Integer>();
        var comments = 0;
        var expected = false;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith(comment)) {
                comments++;
                expected = comments > 1;
            }
            var isLast = i + 1 == lines.size() || lines.get(i + 1).isBlank();
            if (expected && isLast) {
                refused.add(i + 1);
                expected = false;
            }
        }
        return refused;
    }
}
