package dev.atelier.identity.serviceaccount;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The service account has reached its limit of valid keys. */
@ProblemType("too-many-keys")
final class TooManyApiKeys extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyApiKeys(int limit) {
        super(
                RefusalReason.CONFLICT,
                "This service account has as many keys as it may have. Revoke one first.",
                Map.of("limit", limit));
    }
}
