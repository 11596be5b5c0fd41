package dev.atelier.identity.securitylog.entry;

/** How it went. */
public enum SecurityLogOutcome {
    DONE,
    FAILED
}
