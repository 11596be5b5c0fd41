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

/** What files hold: written to the first store, found in whichever has it. */
@Component
public class AttachmentContentService {
    private final ContentStores stores;

    AttachmentContentService(ContentStores stores) {
        this.stores = stores;
    }

    /** Keeps a file, and its thumbnail where it has one. */
    public void keep(WorkspaceId workspace, FileId file, ReceivedFile receivedFile) throws IOException {
        stores.first().write(new ContentKey(workspace, file, ContentVariant.WHOLE), receivedFile.file());
        var thumbnail = receivedFile.thumbnail();
        if (thumbnail != null) {
            stores.first().write(new ContentKey(workspace, file, ContentVariant.THUMBNAIL), thumbnail);
        }
    }

    /**
     * What is kept, to be read from any place in it.
     *
     * @throws NotFound where there is none, or it is another workspace's
     */
    public Resource open(WorkspaceId workspace, FileId file, ContentVariant variant) {
        var contentKey = new ContentKey(workspace, file, variant);
        return stores.inOrder().stream()
                .flatMap(store -> store.open(contentKey).stream())
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Removes all that is kept of a file, also the pieces that an upload left that died; nothing where there is nothing. */
    public void remove(WorkspaceId workspace, FileId file) {
        for (var variant : ContentVariant.values()) {
            var contentKey = new ContentKey(workspace, file, variant);
            stores.inOrder().forEach(store -> store.remove(contentKey));
        }
    }
}
