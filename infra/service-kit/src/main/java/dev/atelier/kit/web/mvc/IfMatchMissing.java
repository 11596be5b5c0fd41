package dev.atelier.kit.web.mvc;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** A change of shared data without the version on which it is based. */
@ProblemType("if-match-missing")
final class IfMatchMissing extends Refusal {
    private static final long serialVersionUID = 1;

    IfMatchMissing() {
        super(RefusalReason.PRECONDITION_REQUIRED, "Send the ETag of the version you changed in the header If-Match.");
    }
}
