package dev.atelier.identity.consent;

import dev.atelier.events.ConsentPurpose;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person's present consent for a purpose.
 *
 * @param version the ETag; 0 where they never decided
 */
record Consent(
        ConsentPurpose purpose,
        boolean given,

        @Schema(description = "How often the person decided; 0: never, which means no")
        long version,

        @Nullable String policyVersion,
        @Nullable ConsentSource source,
        @Nullable Instant decidedAt) {
    static Consent of(ConsentPurpose purpose, Optional<ConsentDecision> newest) {
        return newest.map(
                        it -> new Consent(purpose, it.given(), it.version(), it.policyVersion(), it.source(), it.at()))
                .orElseGet(() -> new Consent(purpose, false, 0, null, null, null));
    }

    /** Whether the request changes nothing: it withdraws what is not given, or agrees to the same text again. */
    boolean isUnchangedBy(SetConsentRequest change) {
        return given == change.given() && (!given || change.policyVersion().equals(policyVersion));
    }
}
