package dev.atelier.events.id;

import java.util.UUID;

/** A workspace's connection to a model. */
public record ModelConnectionId(UUID value) implements TypedId {
    public static ModelConnectionId next() {
        return new ModelConnectionId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
