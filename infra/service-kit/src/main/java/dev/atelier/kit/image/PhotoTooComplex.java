package dev.atelier.kit.image;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The photo has more parts than any camera or program writes; decoding it would take too long. */
@ProblemType("photo-too-complex")
public final class PhotoTooComplex extends Refusal {
    private static final long serialVersionUID = 1;

    PhotoTooComplex(PhotoFormat format, String parts, long limit) {
        super(
                RefusalReason.UNPROCESSABLE,
                "A photo of type %s may have %d %s at most. Save it anew in a photo program and send that."
                        .formatted(format.mediaType(), limit, parts),
                Map.of("mediaType", format.mediaType(), "parts", parts, "limit", limit));
    }
}
