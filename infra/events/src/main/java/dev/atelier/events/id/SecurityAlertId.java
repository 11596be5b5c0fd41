package dev.atelier.events.id;

import java.util.UUID;

/** Identifies an alert about abuse. */
public record SecurityAlertId(UUID value) implements TypedId {
    public static SecurityAlertId next() {
        return new SecurityAlertId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
