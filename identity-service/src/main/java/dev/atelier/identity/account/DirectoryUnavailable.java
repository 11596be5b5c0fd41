package dev.atelier.identity.account;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/** Keycloak does not answer. Nothing was changed, or the next reconciliation corrects it. */
@ProblemType("directory-unavailable")
public final class DirectoryUnavailable extends Refusal {
    private static final long serialVersionUID = 1;

    public DirectoryUnavailable() {
        super(
                RefusalReason.UNAVAILABLE,
                "Sign-in data cannot be reached right now. Try again in a moment.",
                Map.of(),
                Duration.ofSeconds(5));
    }
}
