package dev.atelier.identity.consent;

/** Where a person decided. */
enum ConsentSource {
    WEB,
    MOBILE,
    API
}
