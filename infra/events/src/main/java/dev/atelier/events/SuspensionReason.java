package dev.atelier.events;

/** Why a thing that acts for somebody is suspended: what became of the member who is responsible for it. */
public enum SuspensionReason {
    /** They are no member of the workspace any more. */
    MEMBERSHIP_ENDED,
    /** An operator shut their account. */
    ACCOUNT_DEACTIVATED,
    /** Somebody else may have their account, which is being recovered. */
    ACCOUNT_HELD,
    /** Their account is gone. */
    ACCOUNT_ENDED
}
