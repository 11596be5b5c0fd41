package dev.atelier.workspace.action.saved;

import dev.atelier.events.id.TypedId;
import dev.atelier.events.id.Uuids;
import java.util.UUID;

/** A saved view of a project's work items. */
record ViewId(UUID value) implements TypedId {
    static ViewId next() {
        return new ViewId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
