package dev.atelier.events;

/** Who may create agents in a workspace; its manager always may. */
public enum AgentCreation {
    EVERYONE,
    /** The members whom the manager selected. */
    SELECTED,
    /** Only the manager. */
    MANAGER
}
