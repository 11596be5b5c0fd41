package dev.atelier.agentrun.model;

import dev.atelier.events.id.TypedId;
import dev.atelier.events.id.UuidV7;
import java.util.UUID;

/** Id of a workspace's model connection or of the built-in one, which every workspace has. */
public record ConnectionId(UUID value) implements TypedId {
    /** The connection to the built-in model, the same in all workspaces. */
    public static final ConnectionId BUILT_IN = new ConnectionId(new UUID(0x7000, Long.MIN_VALUE));

    public static ConnectionId next() {
        return new ConnectionId(UuidV7.next());
    }

    public boolean builtIn() {
        return equals(BUILT_IN);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
