package dev.atelier.workspace.attachment.store;

import java.util.List;

/**
 * The content stores of this installation.
 *
 * @param inOrder the order in which they are searched; new content goes to the first
 */
public record ContentStores(List<ContentStore> inOrder) {
    public ContentStores {
        inOrder = List.copyOf(inOrder);
    }

    public ContentStore first() {
        return inOrder.getFirst();
    }
}
