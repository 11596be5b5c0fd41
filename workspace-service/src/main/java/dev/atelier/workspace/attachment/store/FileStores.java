package dev.atelier.workspace.attachment.store;

import java.util.List;

/**
 * The stores of this installation.
 *
 * @param inOrder in which they are asked; what is new goes into the first
 */
public record FileStores(List<FileStore> inOrder) {
    public FileStores {
        inOrder = List.copyOf(inOrder);
    }

    public FileStore first() {
        return inOrder.getFirst();
    }
}
