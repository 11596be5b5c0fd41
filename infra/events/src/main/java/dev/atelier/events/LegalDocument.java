package dev.atelier.events;

/** The documents that the operator publishes. */
public enum LegalDocument {
    TERMS,
    PRIVACY_POLICY,
    DATA_PROCESSING_ADDENDUM,
    SUBPROCESSORS,
    COOKIE_POLICY,
    SECURITY_POLICY
}
