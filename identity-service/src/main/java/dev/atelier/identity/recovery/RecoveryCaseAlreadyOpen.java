package dev.atelier.identity.recovery;

import dev.atelier.events.id.RecoveryCaseId;
import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The account has an open case already. */
@ProblemType("recovery-case-open")
final class RecoveryCaseAlreadyOpen extends Refusal {
    private static final long serialVersionUID = 1;

    RecoveryCaseAlreadyOpen(RecoveryCaseId id) {
        super(
                RefusalReason.CONFLICT,
                "There is a case for this account that has not ended. Go on with that one.",
                Map.of("recoveryCaseId", id.toString()));
    }
}
