package dev.atelier.identity.securitylog.verification;

import dev.atelier.identity.securitylog.Ends;
import dev.atelier.identity.securitylog.Link;
import dev.atelier.identity.securitylog.verification.Verification.Fault;
import dev.atelier.identity.securitylog.verification.Verification.Why;
import org.jspecify.annotations.Nullable;

/**
 * A walk along a chain, as far as it came.
 *
 * @param first the sequence it began with
 * @param last the sequence and hash that it came to
 */
record Walk(
        long first,
        long last,
        String lastHash,
        long checked,
        @Nullable Fault fault) {

    /** From behind what was dropped. */
    static Walk from(Ends ends) {
        return from(ends.anchor(), ends.anchorHash());
    }

    /** From behind an entry that was found whole before. */
    static Walk from(long sequence, String hash) {
        return new Walk(sequence + 1, sequence, hash, 0, null);
    }

    /** On to the next entry; not further where that is not the one that must come here. */
    Walk to(Link next) {
        if (next.sequence() != last + 1) {
            return missing();
        }
        return next.follows(lastHash)
                ? new Walk(first, next.sequence(), next.hash(), checked + 1, null)
                : broken(last + 1, Why.CHANGED);
    }

    Walk missing() {
        return broken(last + 1, Why.MISSING);
    }

    /** Whether it ends where the chain does. */
    Walk end(Ends ends) {
        return last == ends.last() && !lastHash.equals(ends.lastHash()) ? broken(last, Why.WRONG_END) : this;
    }

    Verification verification(Ends ends) {
        return new Verification(
                checked,
                first,
                last,
                fault == null,
                fault,
                lastHash,
                fault == null && last < ends.last() ? Long.valueOf(last) : null);
    }

    private Walk broken(long sequence, Why why) {
        return new Walk(first, last, lastHash, checked, new Fault(sequence, why));
    }
}
