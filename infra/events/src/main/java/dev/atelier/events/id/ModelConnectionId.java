package dev.atelier.events.id;

import java.util.UUID;

/** Identifies a workspace's connection to a model. */
public record ModelConnectionId(UUID value) implements TypedId {
    public static ModelConnectionId next() {
        return new ModelConnectionId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
