package dev.atelier.identity.recovery;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** An operator who supplied evidence or the address cannot confirm the case. */
@ProblemType("second-person-needed")
final class SecondPersonNeeded extends Refusal {
    private static final long serialVersionUID = 1;

    SecondPersonNeeded() {
        super(
                RefusalReason.CONFLICT,
                "You recorded evidence or named the address in this case. Another operator must confirm it.");
    }
}
