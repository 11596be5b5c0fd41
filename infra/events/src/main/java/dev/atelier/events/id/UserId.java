package dev.atelier.events.id;

import java.util.UUID;

/** Identifies a registered user: Keycloak's {@code sub}. */
public record UserId(UUID value) implements TypedId {
    @Override
    public String toString() {
        return value.toString();
    }
}
