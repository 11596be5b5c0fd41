package dev.atelier.identity.account;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.time.Duration;
import java.util.Map;

/** Keycloak gives no answer; nothing was changed, or it is put right by the next reconciliation. */
@ProblemType("directory-unavailable")
public final class DirectoryUnavailable extends Refusal {
    private static final long serialVersionUID = 1;

    public DirectoryUnavailable() {
        super(
                Reason.UNAVAILABLE,
                "Sign-in data cannot be reached right now. Try again in a moment.",
                Map.of(),
                Duration.ofSeconds(5));
    }
}
