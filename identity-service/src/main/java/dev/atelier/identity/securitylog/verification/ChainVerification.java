package dev.atelier.identity.securitylog.verification;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Result of a check of the chain, or of a part of it.
 *
 * @param checkedCount number of checked entries
 * @param firstSequence the first checked sequence
 * @param lastSequence the sequence of the last intact entry; one below {@code firstSequence} where there was none
 */
record ChainVerification(
        long checkedCount,
        long firstSequence,
        long lastSequence,

        @Schema(description = "whether all checked entries are intact")
        boolean intact,

        @Nullable @Schema(description = "the first fault; entries after it were not checked")
        ChainFault fault,

        @Schema(description = "the hash of the last intact entry, in hexadecimal: keep it elsewhere to compare")
        String lastHash,

        @Nullable @Schema(description = "the value of after for the next part; null at the end of the chain")
        Long nextAfter) {

    /** The first fault of the chain. */
    record ChainFault(long sequence, ChainFaultKind kind) {}

    /** Kind of a fault. */
    enum ChainFaultKind {
        /** The entry does not exist. */
        MISSING,
        /** The entry, or the one before it, was changed. */
        CHANGED,
        /** The last entry is not the one that was appended last. */
        WRONG_END
    }
}
