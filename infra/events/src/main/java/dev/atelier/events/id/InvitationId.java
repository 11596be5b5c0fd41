package dev.atelier.events.id;

import java.util.UUID;

/** Identifies an invitation to a workspace. */
public record InvitationId(UUID value) implements TypedId {
    public static InvitationId next() {
        return new InvitationId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
