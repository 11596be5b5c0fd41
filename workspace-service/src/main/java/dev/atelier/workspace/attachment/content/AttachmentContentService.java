package dev.atelier.workspace.attachment.content;

import dev.atelier.events.id.FileId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.workspace.attachment.store.ContentKey;
import dev.atelier.workspace.attachment.store.ContentStores;
import dev.atelier.workspace.attachment.store.ContentVariant;
import java.io.IOException;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Stores the content of files in the first store, and reads it from any store that has it. */
@Component
public class AttachmentContentService {
    private final ContentStores stores;

    AttachmentContentService(ContentStores stores) {
        this.stores = stores;
    }

    /** Stores a file, and its thumbnail if it has one. */
    public void store(WorkspaceId workspace, FileId file, ReceivedFile receivedFile) throws IOException {
        stores.first().write(new ContentKey(workspace, file, ContentVariant.WHOLE), receivedFile.file());
        var thumbnail = receivedFile.thumbnail();
        if (thumbnail != null) {
            stores.first().write(new ContentKey(workspace, file, ContentVariant.THUMBNAIL), thumbnail);
        }
    }

    /**
     * Opens the stored content, to be read from any position.
     *
     * @throws NotFound if there is none, or if it belongs to another workspace
     */
    public Resource open(WorkspaceId workspace, FileId file, ContentVariant variant) {
        var contentKey = new ContentKey(workspace, file, variant);
        return stores.inOrder().stream()
                .flatMap(store -> store.open(contentKey).stream())
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * Removes all stored content of a file, including parts of an interrupted upload; does nothing if there is none.
     */
    public void remove(WorkspaceId workspace, FileId file) {
        for (var variant : ContentVariant.values()) {
            var contentKey = new ContentKey(workspace, file, variant);
            stores.inOrder().forEach(store -> store.remove(contentKey));
        }
    }
}
