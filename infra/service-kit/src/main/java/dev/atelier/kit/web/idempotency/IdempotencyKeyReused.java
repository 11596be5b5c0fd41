package dev.atelier.kit.web.idempotency;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** One name for two different requests is a mistake of the client's. */
@ProblemType("idempotency-key-reused")
final class IdempotencyKeyReused extends Refusal {
    private static final long serialVersionUID = 1;

    IdempotencyKeyReused() {
        super(Reason.UNPROCESSABLE, "This Idempotency-Key was used for a request with another body.");
    }
}
