package dev.atelier.kit.problem;

import org.springframework.http.HttpStatus;

/** The category of a refusal; it decides the HTTP status and nothing else. */
public enum RefusalReason {
    INVALID(HttpStatus.BAD_REQUEST),
    PAYMENT_REQUIRED(HttpStatus.PAYMENT_REQUIRED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    CONFLICT(HttpStatus.CONFLICT),
    GONE(HttpStatus.GONE),
    STALE(HttpStatus.PRECONDITION_FAILED),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNPROCESSABLE(HttpStatus.UNPROCESSABLE_CONTENT),
    PRECONDITION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED),
    LIMITED(HttpStatus.TOO_MANY_REQUESTS),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    RefusalReason(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }
}
