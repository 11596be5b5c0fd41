package dev.atelier.events;

/** Which members of a workspace may create agents; its manager always may. */
public enum AgentCreation {
    EVERYONE,
    /** Those whom the manager named. */
    SELECTED,
    /** Nobody else. */
    MANAGER
}
