package dev.atelier.identity.legal.acceptance;

import dev.atelier.events.LegalDocument;
import dev.atelier.identity.legal.version.LegalVersionResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a person stands to a document.
 *
 * @param inForce null where the first one takes effect later
 * @param upcoming what takes its place; null where nothing does yet
 * @param accepted the newest version that the person accepted; null where there is none
 * @param acceptedAt null where there is none
 * @param mustAccept the version in force where the person cannot go on before they accept it; null where they can
 * @param news whether the newest version has neither been seen nor accepted: a client shows a message
 */
record MyLegalDocumentResponse(
        LegalDocument document,
        @Nullable LegalVersionResponse inForce,
        @Nullable LegalVersionResponse upcoming,
        @Nullable Integer accepted,
        @Nullable Instant acceptedAt,
        @Nullable Integer mustAccept,
        boolean news) {}
