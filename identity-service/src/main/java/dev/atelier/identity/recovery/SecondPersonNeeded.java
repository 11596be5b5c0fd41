package dev.atelier.identity.recovery;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** Who supplied what is confirmed, evidence or the address, does not confirm it. */
@ProblemType("second-person-needed")
final class SecondPersonNeeded extends Refusal {
    private static final long serialVersionUID = 1;

    SecondPersonNeeded() {
        super(
                Reason.CONFLICT,
                "You recorded evidence or named the address in this case. Another operator must confirm it.");
    }
}
