package dev.atelier.agentrun.run.stopping;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** What has ended cannot be stopped. */
@ProblemType("run-has-ended")
final class RunHasEnded extends Refusal {
    private static final long serialVersionUID = 1;

    RunHasEnded() {
        super(Reason.CONFLICT, "This run has ended already.");
    }
}
