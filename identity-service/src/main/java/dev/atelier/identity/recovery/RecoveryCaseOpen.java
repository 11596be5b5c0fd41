package dev.atelier.identity.recovery;

import dev.atelier.events.id.RecoveryCaseId;
import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** The account is being recovered already. */
@ProblemType("recovery-case-open")
final class RecoveryCaseOpen extends Refusal {
    private static final long serialVersionUID = 1;

    RecoveryCaseOpen(RecoveryCaseId id) {
        super(
                Reason.CONFLICT,
                "There is a case for this account that has not ended. Go on with that one.",
                Map.of("recoveryCaseId", id.toString()));
    }
}
