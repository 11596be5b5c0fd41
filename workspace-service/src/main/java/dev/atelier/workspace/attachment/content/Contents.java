package dev.atelier.workspace.attachment.content;

import dev.atelier.events.id.FileId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.web.NotFound;
import dev.atelier.workspace.attachment.store.FileStores;
import dev.atelier.workspace.attachment.store.Place;
import dev.atelier.workspace.attachment.store.Variant;
import java.io.IOException;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** What files hold: written to the first store, found in whichever has it. */
@Component
public class Contents {
    private final FileStores stores;

    Contents(FileStores stores) {
        this.stores = stores;
    }

    /** Keeps a file, and its thumbnail where it has one. */
    public void keep(WorkspaceId workspace, FileId file, Received received) throws IOException {
        stores.first().write(new Place(workspace, file, Variant.WHOLE), received.file());
        var thumbnail = received.thumbnail();
        if (thumbnail != null) {
            stores.first().write(new Place(workspace, file, Variant.THUMBNAIL), thumbnail);
        }
    }

    /**
     * What is kept, to be read from any place in it.
     *
     * @throws NotFound where there is none, or it is another workspace's
     */
    public Resource open(WorkspaceId workspace, FileId file, Variant variant) {
        var place = new Place(workspace, file, variant);
        return stores.inOrder().stream()
                .flatMap(store -> store.open(place).stream())
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Removes all that is kept of a file, also the pieces that an upload left that died; nothing where there is nothing. */
    public void remove(WorkspaceId workspace, FileId file) {
        for (var variant : Variant.values()) {
            var place = new Place(workspace, file, variant);
            stores.inOrder().forEach(store -> store.remove(place));
        }
    }
}
