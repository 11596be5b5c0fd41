package dev.atelier.workspace.attachment.content;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that is in, on this instance's disk until it is closed.
 *
 * @param file what will be kept
 * @param thumbnail a JPEG; null where there is none
 * @param temporary all that lies on the disk for it
 */
public record ReceivedFile(
        Path file, FileMetadata content, @Nullable Path thumbnail, UploadFiles temporary) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        temporary.close();
    }
}
