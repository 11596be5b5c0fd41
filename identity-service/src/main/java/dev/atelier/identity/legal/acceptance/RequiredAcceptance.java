package dev.atelier.identity.legal.acceptance;

import dev.atelier.events.LegalDocument;

/**
 * A version that a person must accept to go on using Atelier.
 *
 * @param number of the version in force, whichever version requires the acceptance; accepting a later one suffices too
 */
record RequiredAcceptance(LegalDocument document, int number) {}
