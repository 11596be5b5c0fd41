package dev.atelier.workspace.attachment.store;

import java.util.List;

/**
 * The stores of this installation.
 *
 * @param inOrder in which they are asked; what is new goes into the first
 */
public record ContentStores(List<ContentStore> inOrder) {
    public ContentStores {
        inOrder = List.copyOf(inOrder);
    }

    public ContentStore first() {
        return inOrder.getFirst();
    }
}
