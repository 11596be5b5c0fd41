package dev.atelier.workspace.deletion;

import dev.atelier.events.id.TypedId;
import java.util.UUID;

/** The id of a deletion, which is the id of what is deleted. */
record DeletionId(UUID value) implements TypedId {
    @Override
    public String toString() {
        return value.toString();
    }
}
