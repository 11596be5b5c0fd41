package dev.atelier.events.id;

import java.util.UUID;

/** Identifies a user's request to change their e-mail address. */
public record AddressChangeId(UUID value) implements TypedId {
    public static AddressChangeId next() {
        return new AddressChangeId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
