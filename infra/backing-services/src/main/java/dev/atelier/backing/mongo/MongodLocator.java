package dev.atelier.backing.mongo;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.ProgressListener;
import dev.atelier.backing.process.LocalFileCache;
import dev.atelier.backing.process.ProgramLocator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Finds {@code mongod}: the one that {@code MONGOD} names, one on the PATH, or the pinned one that {@code pip}
 * downloads.
 */
record MongodLocator(Map<String, String> environment, LocalFileCache cache, ProgressListener progress) {

    Optional<Path> find() {
        return named().or(() -> ProgramLocator.find("mongod")).or(() -> PinnedMongod.get(cache, progress));
    }

    private Optional<Path> named() {
        var name = environment.get("MONGOD");
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        var program = Path.of(name);
        if (!Files.isExecutable(program)) {
            throw new BackingServiceFailed(
                    "MONGOD names %s, which is no program. Correct it, or unset MONGOD to find or download one."
                            .formatted(program));
        }
        return Optional.of(program);
    }
}
