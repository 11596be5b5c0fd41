package dev.atelier.kit.openapi;

import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The problems that routes share; each is one component of the document. */
enum SharedProblemResponse {
    INVALID_INPUT(
            400,
            "The request is malformed, out of range, or has parameters that are not known here; errors name the fields."),
    UNAUTHENTICATED(401, "No bearer token, or one that is not valid."),
    FORBIDDEN(403, "The person may see it, but not do this."),
    NOT_FOUND(404, "It does not exist, or is not the person's: both are answered alike."),
    CONFLICT(409, "It contradicts what is there; the type says how."),
    GONE(410, "It was there and cannot be used any more."),
    STALE(412, "It was changed since the version in If-Match."),
    PAYLOAD_TOO_LARGE(413, "The body is too large."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is no JSON."),
    UNPROCESSABLE(
            422,
            "It is well formed and cannot be done with these values, or the Idempotency-Key was used for another request; the type says which."),
    IF_MATCH_MISSING(428, "If-Match is missing."),
    LIMITED(429, "Too many requests; Retry-After says when to go on."),
    UNAVAILABLE(503, "A part that is needed does not answer; Retry-After says when to try again.");

    private final int status;
    private final String description;

    SharedProblemResponse(int status, String description) {
        this.status = status;
        this.description = description;
    }

    String status() {
        return String.valueOf(status);
    }

    String description() {
        return description;
    }

    /** {@code NotFound}. */
    String component() {
        return Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    ApiResponse reference() {
        return new ApiResponse().$ref("#/components/responses/" + component());
    }
}
