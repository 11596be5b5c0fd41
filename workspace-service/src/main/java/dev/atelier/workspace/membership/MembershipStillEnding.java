package dev.atelier.workspace.membership;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/** The person returns while their earlier participations are still being ended. */
@ProblemType("membership-still-ending")
public final class MembershipStillEnding extends Refusal {
    private static final long serialVersionUID = 1;
    private static final Duration SOON = Duration.ofSeconds(5);

    public MembershipStillEnding() {
        super(
                RefusalReason.CONFLICT,
                "This person left a moment ago, and what they took part in is still being ended. Try again in a few seconds.",
                Map.of(),
                SOON);
    }
}
