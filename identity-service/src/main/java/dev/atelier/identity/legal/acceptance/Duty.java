package dev.atelier.identity.legal.acceptance;

import dev.atelier.events.LegalDocument;

/**
 * What a person must accept before they go on.
 *
 * @param number of the version; a later one does, too
 */
record Duty(LegalDocument document, int number) {}
