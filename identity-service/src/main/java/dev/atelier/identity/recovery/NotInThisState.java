package dev.atelier.identity.recovery;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** The case does not allow this any more, or not yet. */
@ProblemType("not-in-this-state")
final class NotInThisState extends Refusal {
    private static final long serialVersionUID = 1;

    NotInThisState(RecoveryCase.State state) {
        super(Reason.CONFLICT, "The case is not in a state that allows this.", Map.of("state", state.name()));
    }
}
