package dev.atelier.events.id;

import java.util.UUID;

/** A webhook endpoint of a workspace. */
public record EndpointId(UUID value) implements TypedId {
    public static EndpointId next() {
        return new EndpointId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
