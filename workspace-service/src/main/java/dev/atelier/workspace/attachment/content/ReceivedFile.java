package dev.atelier.workspace.attachment.content;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A received file, on the disk of this instance until it is closed.
 *
 * @param file what will be stored
 * @param thumbnail a JPEG; null if there is none
 * @param temporary all its temporary files
 */
public record ReceivedFile(
        Path file, FileMetadata content, @Nullable Path thumbnail, UploadFiles temporary) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        temporary.close();
    }
}
