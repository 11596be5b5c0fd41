package dev.atelier.events;

/** What the operator has made of a person, shown as a ring round the avatar (I4). */
public enum UserStatus {
    NONE,
    BRONZE,
    SILVER,
    GOLD
}
