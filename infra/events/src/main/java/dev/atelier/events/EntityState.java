package dev.atelier.events;

/**
 * The complete current state of an entity, on a compacted topic. Consumers keep the highest version of each key and
 * need no inbox. The end of an entity is a state too, with a higher version and no personal data; its tombstone follows
 * 14 days later.
 */
public sealed interface EntityState extends PublishedMessage
        permits UserState, RevocationState, WorkspaceState, ProjectState, MembershipState {
    /** Always increases, also if a member leaves and joins again. */
    long version();

    /** Whether this is the last state of an entity that has ended. */
    boolean ended();
}
