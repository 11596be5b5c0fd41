package dev.atelier.events.id;

import java.util.UUID;

/** A request to the operator, from a stranger or a signed-in person. */
public record ContactRequestId(UUID value) implements TypedId {
    public static ContactRequestId next() {
        return new ContactRequestId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
