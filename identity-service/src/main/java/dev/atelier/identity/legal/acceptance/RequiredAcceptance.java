package dev.atelier.identity.legal.acceptance;

import dev.atelier.events.LegalDocument;

/**
 * What a person must accept before they go on.
 *
 * @param number of the version in force: what it says now is accepted, whichever version asked for it; a later one does, too
 */
record RequiredAcceptance(LegalDocument document, int number) {}
