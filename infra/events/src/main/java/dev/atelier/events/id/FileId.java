package dev.atelier.events.id;

import java.util.UUID;

/** Identifies a file of an action. */
public record FileId(UUID value) implements TypedId {
    public static FileId next() {
        return new FileId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
