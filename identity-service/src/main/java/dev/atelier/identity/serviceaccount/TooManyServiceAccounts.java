package dev.atelier.identity.serviceaccount;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The workspace has reached its limit of service accounts. */
@ProblemType("too-many-service-accounts")
final class TooManyServiceAccounts extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyServiceAccounts(int limit) {
        super(
                RefusalReason.CONFLICT,
                "This workspace has as many service accounts as it may have. Revoke one first.",
                Map.of("limit", limit));
    }
}
