package dev.atelier.events.id;

import java.util.UUID;

/** Identifies a case in which operators return a hacked account to its owner. */
public record RecoveryCaseId(UUID value) implements TypedId {
    public static RecoveryCaseId next() {
        return new RecoveryCaseId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
