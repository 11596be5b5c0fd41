package dev.atelier.kit.image;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The file begins like a photo, but its structure is invalid or incomplete. */
@ProblemType("photo-unreadable")
public final class PhotoUnreadable extends Refusal {
    private static final long serialVersionUID = 1;

    PhotoUnreadable(PhotoFormat format) {
        super(
                RefusalReason.UNPROCESSABLE,
                "This begins as " + format.mediaType() + " and cannot be read as such to its end.",
                Map.of("mediaType", format.mediaType()));
    }
}
