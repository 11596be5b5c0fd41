package dev.atelier.kit.security;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/** The issuer's keys or the tokens of service accounts are unavailable, so the caller cannot be authenticated. */
@ProblemType("sign-in-unavailable")
public final class SignInUnavailable extends Refusal {
    private static final long serialVersionUID = 1;

    public SignInUnavailable() {
        super(
                RefusalReason.UNAVAILABLE,
                "Who you are cannot be checked right now. Try again in a moment.",
                Map.of(),
                Duration.ofSeconds(5));
    }
}
