package dev.atelier.report.report;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** The report has no document: it is being made, or it failed. */
@ProblemType("not-ready-yet")
final class NotReadyYet extends Refusal {
    private static final long serialVersionUID = 1;

    NotReadyYet(Report.State state) {
        super(
                Reason.CONFLICT,
                "The report has no document yet. Its state says whether there will be one.",
                Map.of("state", state));
    }
}
