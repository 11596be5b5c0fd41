package dev.atelier.events.id;

import java.util.UUID;

/** Identifies another system that a workspace is connected with. */
public record IntegrationId(UUID value) implements TypedId {
    public static IntegrationId next() {
        return new IntegrationId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
