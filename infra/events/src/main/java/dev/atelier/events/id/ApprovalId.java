package dev.atelier.events.id;

import java.util.UUID;

/** Identifies a decision that a run waits for. */
public record ApprovalId(UUID value) implements TypedId {
    public static ApprovalId next() {
        return new ApprovalId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
