package dev.atelier.identity.securitylog.verification;

import dev.atelier.identity.securitylog.Ends;
import dev.atelier.identity.securitylog.SecurityLog;
import dev.atelier.identity.securitylog.verification.Verification.Fault;
import dev.atelier.identity.securitylog.verification.Verification.Why;
import dev.atelier.kit.web.InvalidInput;
import org.springframework.stereotype.Component;

/** Looks whether the chain is whole, in steps. What is added meanwhile is not looked at, what is dropped is passed over. */
@Component
class Verifying {
    /** Entries that one step looks at. */
    static final int STEP = 20_000;

    private static final int BATCH = 500;

    private final SecurityLog log;

    Verifying(SecurityLog log) {
        this.log = log;
    }

    /** A step from the beginning. */
    Verification begin() {
        var ends = log.ends();
        return walk(Walk.from(ends), ends);
    }

    /**
     * A step from behind an entry that an earlier step found whole.
     *
     * @throws InvalidInput where nothing of this sequence was written yet
     */
    Verification after(long sequence) {
        var ends = log.ends();
        if (sequence > ends.last()) {
            throw InvalidInput.of("after", "must be the next of an earlier step");
        }
        if (sequence <= ends.anchor()) {
            return walk(Walk.from(ends), ends);
        }
        return log.link(sequence)
                .map(link -> walk(Walk.from(sequence, link.hash()), ends))
                .orElseGet(() ->
                        new Verification(0, sequence, sequence - 1, false, new Fault(sequence, Why.MISSING), "", null));
    }

    private Verification walk(Walk begun, Ends ends) {
        var walk = begun;
        var kept = ends;
        while (walk.fault() == null && walk.last() < ends.last() && walk.checked() < STEP) {
            walk = batch(walk, ends);
            if (walk.fault() != null) {
                var now = log.ends();
                if (now.anchor() > kept.anchor() && now.anchor() > walk.last()) {
                    walk = Walk.from(now);
                    kept = now;
                }
            }
        }
        return (walk.fault() == null ? walk.end(ends) : walk).verification(ends);
    }

    private Walk batch(Walk begun, Ends ends) {
        var walk = begun;
        var links = log.after(walk.last(), BATCH);
        if (links.isEmpty()) {
            return walk.missing();
        }
        for (var link : links) {
            if (walk.fault() == null && walk.last() < ends.last()) {
                walk = walk.to(link);
            }
        }
        return walk;
    }
}
