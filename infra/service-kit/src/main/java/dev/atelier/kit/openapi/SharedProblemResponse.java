package dev.atelier.kit.openapi;

import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Problems that many routes can answer; each is one response component of the document. */
enum SharedProblemResponse {
    INVALID_INPUT(400, "The request is malformed, out of range or has unknown parameters; errors names the fields."),
    UNAUTHENTICATED(401, "The bearer token is missing or not valid."),
    FORBIDDEN(403, "The caller may see the resource but not do this."),
    NOT_FOUND(404, "The resource does not exist, or the caller may not see it; both get the same answer."),
    CONFLICT(409, "The request conflicts with the current state; the type tells how."),
    GONE(410, "The resource existed and can no longer be used."),
    STALE(412, "The resource has changed since the version in If-Match."),
    PAYLOAD_TOO_LARGE(413, "The body is too large."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is not JSON."),
    UNPROCESSABLE(
            422,
            "The values are not possible, or the Idempotency-Key was used for another request; the type tells which."),
    IF_MATCH_MISSING(428, "If-Match is missing."),
    LIMITED(429, "Too many requests; Retry-After tells when to try again."),
    UNAVAILABLE(503, "A required component is unavailable; Retry-After tells when to try again.");

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

    /** The component's name, such as {@code NotFound}. */
    String component() {
        return Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    ApiResponse reference() {
        return new ApiResponse().$ref("#/components/responses/" + component());
    }
}
