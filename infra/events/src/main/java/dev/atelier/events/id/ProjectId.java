package dev.atelier.events.id;

import java.util.UUID;

/** Identifies a project of a workspace. */
public record ProjectId(UUID value) implements TypedId {
    public static ProjectId next() {
        return new ProjectId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
