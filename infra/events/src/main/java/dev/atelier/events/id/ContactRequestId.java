package dev.atelier.events.id;

import java.util.UUID;

/** Identifies a request to the operator, from a visitor or a signed-in user. */
public record ContactRequestId(UUID value) implements TypedId {
    public static ContactRequestId next() {
        return new ContactRequestId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
