package dev.atelier.events.id;

import java.util.UUID;

/** A group of people and their work. */
public record WorkspaceId(UUID value) implements TypedId {
    public static WorkspaceId next() {
        return new WorkspaceId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
