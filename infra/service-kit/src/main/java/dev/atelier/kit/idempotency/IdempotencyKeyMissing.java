package dev.atelier.kit.idempotency;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** A request that starts or sends something needs a key from the client, so that it is safe to repeat. */
@ProblemType("idempotency-key-missing")
final class IdempotencyKeyMissing extends Refusal {
    private static final long serialVersionUID = 1;

    IdempotencyKeyMissing() {
        super(RefusalReason.INVALID, "Send a name of your own for this request in the header Idempotency-Key.");
    }
}
