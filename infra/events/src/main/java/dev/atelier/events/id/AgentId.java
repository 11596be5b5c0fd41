package dev.atelier.events.id;

import java.util.UUID;

/** Identifies an agent of a workspace. */
public record AgentId(UUID value) implements TypedId {
    public static AgentId next() {
        return new AgentId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
