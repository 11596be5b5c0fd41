package dev.atelier.kit.idempotency;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** The client used the same key for two different requests. */
@ProblemType("idempotency-key-reused")
final class IdempotencyKeyReused extends Refusal {
    private static final long serialVersionUID = 1;

    IdempotencyKeyReused() {
        super(RefusalReason.UNPROCESSABLE, "This Idempotency-Key was used for a request with another body.");
    }
}
