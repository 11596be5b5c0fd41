package dev.atelier.kit.image;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The picture has a type whose position, author and other metadata cannot be removed. */
@ProblemType("image-type-not-accepted")
public final class ImageTypeNotAccepted extends Refusal {
    private static final long serialVersionUID = 1;

    /** Names the type as it was recognised. */
    public ImageTypeNotAccepted(String mediaType) {
        super(
                RefusalReason.UNPROCESSABLE,
                "Position, author and other metadata cannot be removed from pictures of type %s. Send a JPEG, PNG, WebP, GIF, HEIC or AVIF; a ZIP archive keeps the picture as it is, with its metadata."
                        .formatted(mediaType),
                Map.of("mediaType", mediaType));
    }
}
