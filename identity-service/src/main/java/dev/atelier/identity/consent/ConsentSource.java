package dev.atelier.identity.consent;

/** Where a person said it. */
enum ConsentSource {
    WEB,
    MOBILE,
    API
}
