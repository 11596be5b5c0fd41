package dev.atelier.workspace.attachment.content;

import dev.atelier.kit.file.TemporaryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The temporary files of one upload; {@code close} deletes them. */
final class UploadFiles implements AutoCloseable {
    private final TemporaryFiles temporary;
    private final List<Path> created = new ArrayList<>();

    UploadFiles(TemporaryFiles temporary) {
        this.temporary = temporary;
    }

    Path create() throws IOException {
        var file = temporary.create();
        created.add(file);
        return file;
    }

    @Override
    public void close() throws IOException {
        for (var file : created) {
            Files.deleteIfExists(file);
        }
    }
}
