package dev.atelier.identity.serviceaccount;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** The workspace has as many service accounts as it may have. */
@ProblemType("too-many-service-accounts")
final class TooManyServiceAccounts extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyServiceAccounts(int limit) {
        super(
                Reason.CONFLICT,
                "This workspace has as many service accounts as it may have. Revoke one first.",
                Map.of("limit", limit));
    }
}
