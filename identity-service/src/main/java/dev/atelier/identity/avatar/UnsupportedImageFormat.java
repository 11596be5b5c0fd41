package dev.atelier.identity.avatar;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** The upload is not a picture of a supported format. */
@ProblemType("no-picture")
final class UnsupportedImageFormat extends Refusal {
    private static final long serialVersionUID = 1;

    UnsupportedImageFormat() {
        super(
                RefusalReason.UNPROCESSABLE,
                "A picture is a JPEG, a PNG or a WebP by its content, whatever its name says. Where it is a HEIC of a phone, save it as JPEG, or let the camera take photos in its most compatible format.");
    }
}
