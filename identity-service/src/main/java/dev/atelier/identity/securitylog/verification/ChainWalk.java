package dev.atelier.identity.securitylog.verification;

import dev.atelier.identity.securitylog.ChainBounds;
import dev.atelier.identity.securitylog.ChainLink;
import dev.atelier.identity.securitylog.verification.ChainVerification.ChainFault;
import dev.atelier.identity.securitylog.verification.ChainVerification.ChainFaultKind;
import org.jspecify.annotations.Nullable;

/**
 * Progress of a check along the chain.
 *
 * @param first the first sequence to check
 * @param last the last checked sequence, with its hash
 */
record ChainWalk(
        long first,
        long last,
        String lastHash,
        long checked,
        @Nullable ChainFault fault) {

    /** Starts at the oldest kept entry. */
    static ChainWalk from(ChainBounds chainBounds) {
        return from(chainBounds.anchor(), chainBounds.anchorHash());
    }

    /** Starts after an entry that was found intact before. */
    static ChainWalk from(long sequence, String hash) {
        return new ChainWalk(sequence + 1, sequence, hash, 0, null);
    }

    /** Checks the next entry; records a fault where it is missing or changed. */
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

    /** Checks that the last entry is the end of the chain. */
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
