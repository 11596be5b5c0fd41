package dev.atelier.report.report;

import dev.atelier.events.ReportEvent.ReportKind;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.problem.InvalidInput;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A requested report: of a project for a period, or of one run. */
record ReportRequest(
        WorkspaceId workspaceId,
        ProjectId projectId,
        ReportKind kind,
        @Nullable RunId runId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean mailWanted) {
    ReportRequest {
        if ((kind == ReportKind.RUN) != (runId != null)) {
            throw InvalidInput.of("runId", "is needed for the report of a run, and only there");
        }
        if (kind == ReportKind.RUN && (from != null || to != null)) {
            throw InvalidInput.of(from != null ? "from" : "to", "only the report of a project has a period");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw InvalidInput.of("to", "must not be before from");
        }
    }
}
