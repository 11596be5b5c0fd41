package dev.atelier.events;

/** The status that the operator gave a user, shown as a ring around the avatar. */
public enum UserStatus {
    NONE,
    BRONZE,
    SILVER,
    GOLD
}
