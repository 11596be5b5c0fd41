package dev.atelier.kit.image;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The photo has too many pixels to be decoded. */
@ProblemType("too-many-pixels")
public final class TooManyPixels extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyPixels(PhotoInfo photoInfo, long limit, int side) {
        super(
                RefusalReason.UNPROCESSABLE,
                "A photo may have %d pixels at most, %d on a side; this one has %d times %d."
                        .formatted(limit, side, photoInfo.width(), photoInfo.height()),
                Map.of("limit", limit, "side", side, "width", photoInfo.width(), "height", photoInfo.height()));
    }
}
