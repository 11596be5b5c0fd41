package dev.atelier.kit.deadletter;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** Only the first of a subject's letters can be replayed or dropped. */
@ProblemType("waits-behind")
final class WaitsBehind extends Refusal {
    private static final long serialVersionUID = 1;

    WaitsBehind(String head) {
        super(
                dev.atelier.kit.web.Reason.CONFLICT,
                "It waits behind an earlier one of its subject. Replay or drop " + head + " first.",
                Map.of("head", head));
    }
}
