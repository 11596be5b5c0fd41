package dev.atelier.kit.deadletter;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** Only the first dead letter of a subject can be replayed or dropped. */
@ProblemType("waits-behind")
final class ParkedBehindEarlier extends Refusal {
    private static final long serialVersionUID = 1;

    ParkedBehindEarlier(String head) {
        super(
                RefusalReason.CONFLICT,
                "It waits behind an earlier one of its subject. Replay or drop " + head + " first.",
                Map.of("blockedBy", head));
    }
}
