package dev.atelier.events;

/** Why something that acts for a member is suspended: what happened to its responsible member. */
public enum SuspensionReason {
    /** They are no longer a member of the workspace. */
    MEMBERSHIP_ENDED,
    /** An operator locked their account. */
    ACCOUNT_DEACTIVATED,
    /** Their account may be under somebody else's control and is being recovered. */
    ACCOUNT_HELD,
    /** Their account was deleted. */
    ACCOUNT_ENDED
}
