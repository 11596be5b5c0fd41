package dev.atelier.events.id;

import java.util.UUID;

/** Identifies a run of an agent. */
public record RunId(UUID value) implements TypedId {
    public static RunId next() {
        return new RunId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
