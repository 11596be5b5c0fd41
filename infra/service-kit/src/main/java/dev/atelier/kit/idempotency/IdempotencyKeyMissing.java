package dev.atelier.kit.idempotency;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** What starts or sends something is asked for by a name of the client's, so that asking twice is safe. */
@ProblemType("idempotency-key-missing")
final class IdempotencyKeyMissing extends Refusal {
    private static final long serialVersionUID = 1;

    IdempotencyKeyMissing() {
        super(RefusalReason.INVALID, "Send a name of your own for this request in the header Idempotency-Key.");
    }
}
