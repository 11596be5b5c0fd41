package dev.atelier.workspace.action.savedview;

import dev.atelier.events.id.TypedId;
import dev.atelier.events.id.UuidV7;
import java.util.UUID;

/** A saved view of a project's work items. */
record SavedViewId(UUID value) implements TypedId {
    static SavedViewId next() {
        return new SavedViewId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
