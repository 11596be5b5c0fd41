package dev.atelier.workspace.action.comment;

import dev.atelier.events.id.TypedId;
import dev.atelier.events.id.UuidV7;
import java.util.UUID;

/** The id of a comment. */
record CommentId(UUID value) implements TypedId {
    static CommentId next() {
        return new CommentId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
