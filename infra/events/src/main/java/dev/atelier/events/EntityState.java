package dev.atelier.events;

/**
 * The whole current state of one thing, on a compacted topic. Consumers keep the highest version of each key and use no
 * inbox. The end of a thing is a state too, with a higher version and no personal data; its tombstone follows 14 days
 * later.
 */
public sealed interface EntityState extends PublishedMessage
        permits UserState, RevocationState, WorkspaceState, ProjectState, MembershipState {
    /** Only grows, also over leaving and coming back. */
    long version();

    /** Whether this is the record of the thing's end. */
    boolean ended();
}
