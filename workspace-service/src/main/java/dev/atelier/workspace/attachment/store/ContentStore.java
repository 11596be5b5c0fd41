package dev.atelier.workspace.attachment.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.io.Resource;

/** Keeps what files hold, outside of any transaction, a piece at a time. */
public interface ContentStore {
    /** Writes it down, over what was there before. */
    void write(ContentKey contentKey, Path from) throws IOException;

    /** What is kept, to be read from any place in it; empty where there is none, or it is another workspace's. */
    Optional<Resource> open(ContentKey contentKey);

    /** Removes it, also the pieces that an upload left that died; nothing where there is nothing. */
    void remove(ContentKey contentKey);
}
