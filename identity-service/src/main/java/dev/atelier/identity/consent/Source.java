package dev.atelier.identity.consent;

/** Where a person said it. */
enum Source {
    WEB,
    MOBILE,
    API
}
