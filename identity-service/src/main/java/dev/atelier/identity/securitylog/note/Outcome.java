package dev.atelier.identity.securitylog.note;

/** How it went. */
public enum Outcome {
    DONE,
    FAILED
}
