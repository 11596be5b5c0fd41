package dev.atelier.identity.securitylog.entry;

/** Whether it succeeded. */
public enum SecurityLogOutcome {
    DONE,
    FAILED
}
