package dev.atelier.kit.deletion;

import dev.atelier.kit.deletion.Deletions.Claim;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries deletions on, a stretch of one at a time, so that a large one neither holds up others nor a stop. */
final class Erasure {
    private static final Logger log = LoggerFactory.getLogger(Erasure.class);
    private static final Duration STRETCH = Duration.ofSeconds(2);
    private static final int BATCH = 500;

    private final Deletions deletions;
    private final List<Erasing> erasings;

    /** The erasings in the order in which they are asked. */
    Erasure(Deletions deletions, List<Erasing> erasings) {
        this.deletions = deletions;
        this.erasings = List.copyOf(erasings);
    }

    /** Does a stretch; false where there is nothing to do. */
    boolean tryOne() {
        var claim = deletions.claim();
        claim.ifPresent(this::stretch);
        return claim.isPresent();
    }

    private void stretch(Claim claim) {
        long end = System.nanoTime() + STRETCH.toNanos();
        while (System.nanoTime() < end) {
            int removed = batch(claim.what());
            if (removed == 0) {
                if (deletions.rest(claim)) {
                    log.info(
                            "Nothing is left of the deleted {} {}",
                            claim.what().kind(),
                            claim.what().id());
                }
                return;
            }
            if (!deletions.note(claim, removed)) {
                return;
            }
        }
        deletions.pass(claim);
    }

    private int batch(Deleted what) {
        return erasings.stream()
                .mapToInt(erasing -> erasing.erase(what, BATCH))
                .filter(removed -> removed > 0)
                .findFirst()
                .orElse(0);
    }
}
