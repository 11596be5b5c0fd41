package dev.atelier.workspace.attachment.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.io.Resource;

/** Stores the content of files in pieces, outside of any transaction. */
public interface ContentStore {
    /** Writes the content, replacing an earlier one. */
    void write(ContentKey contentKey, Path from) throws IOException;

    /**
     * Opens the content, to be read from any position; empty if there is none, or if it belongs to another workspace.
     */
    Optional<Resource> open(ContentKey contentKey);

    /** Removes the content, including parts of an interrupted upload; does nothing if there is none. */
    void remove(ContentKey contentKey);
}
