package dev.atelier.identity.securitylog.verification;

import dev.atelier.identity.securitylog.ChainBounds;
import dev.atelier.identity.securitylog.SecurityLog;
import dev.atelier.identity.securitylog.verification.ChainVerification.ChainFault;
import dev.atelier.identity.securitylog.verification.ChainVerification.ChainFaultKind;
import dev.atelier.kit.problem.InvalidInput;
import org.springframework.stereotype.Component;

/** Verifies the chain in parts. Entries appended meanwhile are not checked; entries deleted meanwhile are skipped. */
@Component
class ChainVerifier {
    /** Entries in one part. */
    static final int STEP = 20_000;

    private static final int BATCH = 500;

    private final SecurityLog log;

    ChainVerifier(SecurityLog log) {
        this.log = log;
    }

    /** Verifies the first part. */
    ChainVerification begin() {
        var chainBounds = log.ends();
        return walk(ChainWalk.from(chainBounds), chainBounds);
    }

    /**
     * Verifies the part after an entry that was found intact before.
     *
     * @throws InvalidInput where the sequence does not exist yet
     */
    ChainVerification after(long sequence) {
        var chainBounds = log.ends();
        if (sequence > chainBounds.last()) {
            throw InvalidInput.of("after", "must be the next of an earlier step");
        }
        if (sequence <= chainBounds.anchor()) {
            return walk(ChainWalk.from(chainBounds), chainBounds);
        }
        return log.link(sequence)
                .map(link -> walk(ChainWalk.from(sequence, link.hash()), chainBounds))
                .orElseGet(() -> new ChainVerification(
                        0, sequence, sequence - 1, false, new ChainFault(sequence, ChainFaultKind.MISSING), "", null));
    }

    private ChainVerification walk(ChainWalk begun, ChainBounds chainBounds) {
        var walk = begun;
        var kept = chainBounds;
        while (walk.fault() == null && walk.last() < chainBounds.last() && walk.checked() < STEP) {
            walk = batch(walk, chainBounds);
            if (walk.fault() != null) {
                var now = log.ends();
                if (now.anchor() > kept.anchor() && now.anchor() > walk.last()) {
                    walk = ChainWalk.from(now);
                    kept = now;
                }
            }
        }
        return (walk.fault() == null ? walk.end(chainBounds) : walk).verification(chainBounds);
    }

    private ChainWalk batch(ChainWalk begun, ChainBounds chainBounds) {
        var walk = begun;
        var links = log.after(walk.last(), BATCH);
        if (links.isEmpty()) {
            return walk.missing();
        }
        for (var link : links) {
            if (walk.fault() == null && walk.last() < chainBounds.last()) {
                walk = walk.to(link);
            }
        }
        return walk;
    }
}
