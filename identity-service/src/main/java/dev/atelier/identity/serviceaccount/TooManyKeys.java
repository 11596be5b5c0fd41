package dev.atelier.identity.serviceaccount;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** The service account has as many good keys as it may have. */
@ProblemType("too-many-keys")
final class TooManyKeys extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyKeys(int limit) {
        super(
                Reason.CONFLICT,
                "This service account has as many keys as it may have. Revoke one first.",
                Map.of("limit", limit));
    }
}
