package dev.atelier.identity.avatar;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** What was sent is none of the pictures that can be shown. */
@ProblemType("no-picture")
final class NoPicture extends Refusal {
    private static final long serialVersionUID = 1;

    NoPicture() {
        super(
                Reason.UNPROCESSABLE,
                "A picture is a JPEG, a PNG or a WebP by its content, whatever its name says. Where it is a HEIC of a phone, save it as JPEG, or let the camera take photos in its most compatible format.");
    }
}
