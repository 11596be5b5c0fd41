package dev.atelier.identity.legal.acceptance;

import dev.atelier.events.LegalDocument;
import dev.atelier.identity.legal.version.LegalVersionResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's state for a document.
 *
 * @param inForce null where no version is in force yet
 * @param upcoming the version that will replace it; null where there is none
 * @param acceptedVersion the newest version that the person accepted; null where there is none
 * @param acceptedAt null where there is none
 * @param requiredVersion the version that the person must accept to go on; null where there is none
 * @param unread whether the newest version was neither read nor accepted: clients show a message
 */
record MyLegalDocumentResponse(
        LegalDocument document,
        @Nullable LegalVersionResponse inForce,
        @Nullable LegalVersionResponse upcoming,
        @Nullable Integer acceptedVersion,
        @Nullable Instant acceptedAt,
        @Nullable Integer requiredVersion,
        boolean unread) {}
