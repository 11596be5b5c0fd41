package dev.atelier.workspace.action.savedview;

import dev.atelier.events.id.TypedId;
import dev.atelier.events.id.UuidV7;
import java.util.UUID;

/** The id of a saved view. */
record SavedViewId(UUID value) implements TypedId {
    static SavedViewId next() {
        return new SavedViewId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
