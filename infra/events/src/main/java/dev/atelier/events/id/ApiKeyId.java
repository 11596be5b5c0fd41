package dev.atelier.events.id;

import java.util.UUID;

/** One key of a service account: not the secret itself. */
public record ApiKeyId(UUID value) implements TypedId {
    public static ApiKeyId next() {
        return new ApiKeyId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
