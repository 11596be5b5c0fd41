package dev.atelier.kit.web.idempotency;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** What starts or sends something is asked for by a name of the client's, so that asking twice is safe. */
@ProblemType("idempotency-key-missing")
final class IdempotencyKeyMissing extends Refusal {
    private static final long serialVersionUID = 1;

    IdempotencyKeyMissing() {
        super(Reason.INVALID, "Send a name of your own for this request in the header Idempotency-Key.");
    }
}
