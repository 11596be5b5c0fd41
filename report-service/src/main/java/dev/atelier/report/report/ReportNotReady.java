package dev.atelier.report.report;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The report has no file yet, or it failed. */
@ProblemType("not-ready-yet")
final class ReportNotReady extends Refusal {
    private static final long serialVersionUID = 1;

    ReportNotReady(Report.ReportState state) {
        super(
                RefusalReason.CONFLICT,
                "The report has no document yet. Its state says whether there will be one.",
                Map.of("state", state));
    }
}
