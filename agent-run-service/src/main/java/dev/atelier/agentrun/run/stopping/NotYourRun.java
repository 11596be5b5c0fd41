package dev.atelier.agentrun.run.stopping;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** A run is cancelled by the person who started it or by the workspace's manager. */
@ProblemType("not-your-run")
final class NotYourRun extends Refusal {
    private static final long serialVersionUID = 1;

    NotYourRun() {
        super(Reason.FORBIDDEN, "Only the person who started this run and the workspace's manager may cancel it.");
    }
}
