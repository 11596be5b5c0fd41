package dev.atelier.kit.image;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/** Other photos are being decoded, and the memory allows only one at a time. */
@ProblemType("photo-decoder-busy")
public final class PhotoDecoderBusy extends Refusal {
    private static final long serialVersionUID = 1;
    private static final Duration AGAIN = Duration.ofSeconds(10);

    PhotoDecoderBusy() {
        super(RefusalReason.UNAVAILABLE, "Many photos arrive at the moment. Try again shortly.", Map.of(), AGAIN);
    }
}
