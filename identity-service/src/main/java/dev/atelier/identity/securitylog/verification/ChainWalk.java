package dev.atelier.identity.securitylog.verification;

import dev.atelier.identity.securitylog.ChainBounds;
import dev.atelier.identity.securitylog.ChainLink;
import dev.atelier.identity.securitylog.verification.ChainVerification.ChainFault;
import dev.atelier.identity.securitylog.verification.ChainVerification.ChainFaultKind;
import org.jspecify.annotations.Nullable;

/**
 * A walk along a chain, as far as it came.
 *
 * @param first the sequence it began with
 * @param last the sequence and hash that it came to
 */
record ChainWalk(
        long first,
        long last,
        String lastHash,
        long checked,
        @Nullable ChainFault fault) {

    /** From behind what was dropped. */
    static ChainWalk from(ChainBounds chainBounds) {
        return from(chainBounds.anchor(), chainBounds.anchorHash());
    }

    /** From behind an entry that was found whole before. */
    static ChainWalk from(long sequence, String hash) {
        return new ChainWalk(sequence + 1, sequence, hash, 0, null);
    }

    /** On to the next entry; not further where that is not the one that must come here. */
    ChainWalk to(ChainLink next) {
        if (next.sequence() != last + 1) {
            return missing();
        }
        return next.follows(lastHash)
                ? new ChainWalk(first, next.sequence(), next.hash(), checked + 1, null)
                : broken(last + 1, ChainFaultKind.CHANGED);
    }

    ChainWalk missing() {
        return broken(last + 1, ChainFaultKind.MISSING);
    }

    /** Whether it ends where the chain does. */
    ChainWalk end(ChainBounds chainBounds) {
        return last == chainBounds.last() && !lastHash.equals(chainBounds.lastHash())
                ? broken(last, ChainFaultKind.WRONG_END)
                : this;
    }

    ChainVerification verification(ChainBounds chainBounds) {
        return new ChainVerification(
                checked,
                first,
                last,
                fault == null,
                fault,
                lastHash,
                fault == null && last < chainBounds.last() ? Long.valueOf(last) : null);
    }

    private ChainWalk broken(long sequence, ChainFaultKind chainFaultKind) {
        return new ChainWalk(first, last, lastHash, checked, new ChainFault(sequence, chainFaultKind));
    }
}
