package dev.atelier.events.id;

import java.util.UUID;

/** Identifies an action of a project. */
public record ActionId(UUID value) implements TypedId {
    public static ActionId next() {
        return new ActionId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
