package dev.atelier.events.id;

import java.util.UUID;

/** Identifies a key of a service account; it is not the secret itself. */
public record ApiKeyId(UUID value) implements TypedId {
    public static ApiKeyId next() {
        return new ApiKeyId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
