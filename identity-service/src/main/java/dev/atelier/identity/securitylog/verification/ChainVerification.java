package dev.atelier.identity.securitylog.verification;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a walk along the chain, or a step of one, found.
 *
 * @param checked entries that were looked at
 * @param first the sequence it began with
 * @param last the sequence of the last entry that was found whole; one below {@code first} where there was none
 */
record ChainVerification(
        long checked,
        long first,
        long last,

        @Schema(description = "whether all that was looked at is whole")
        boolean whole,

        @Nullable @Schema(description = "the first fault; nothing behind it was looked at")
        ChainFault fault,

        @Schema(
                description =
                        "the hash of the last entry that was found whole, in hexadecimal: note it elsewhere to compare")
        String lastHash,

        @Nullable @Schema(description = "what to send as after to go on; null at the end of the chain")
        Long next) {

    /** Where the chain is broken first. */
    record ChainFault(long sequence, ChainFaultKind why) {}

    /** How it is broken. */
    enum ChainFaultKind {
        /** There is no such entry. */
        MISSING,
        /** The entry, or the one before it, is not as it was written. */
        CHANGED,
        /** The last entry is not the one that was added last. */
        WRONG_END
    }
}
