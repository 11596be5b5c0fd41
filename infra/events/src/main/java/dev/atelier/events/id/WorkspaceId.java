package dev.atelier.events.id;

import java.util.UUID;

/** Identifies a workspace. */
public record WorkspaceId(UUID value) implements TypedId {
    public static WorkspaceId next() {
        return new WorkspaceId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
