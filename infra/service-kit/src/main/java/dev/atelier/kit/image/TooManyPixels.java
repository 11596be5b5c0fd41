package dev.atelier.kit.image;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** The photo would be too large when it is unpacked. */
@ProblemType("too-many-pixels")
public final class TooManyPixels extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyPixels(Photo photo, long limit, int side) {
        super(
                Reason.UNPROCESSABLE,
                "A photo may have %d pixels at most, %d on a side; this one has %d times %d."
                        .formatted(limit, side, photo.width(), photo.height()),
                Map.of("limit", limit, "side", side, "width", photo.width(), "height", photo.height()));
    }
}
