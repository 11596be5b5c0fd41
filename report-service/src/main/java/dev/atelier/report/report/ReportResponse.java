package dev.atelier.report.report;

import dev.atelier.events.ReportEvent.ReportKind;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.ReportId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Response body of a report.
 *
 * @param sizeBytes the file's length when it is ready
 */
record ReportResponse(
        ReportId id,
        ReportKind kind,
        ProjectId projectId,
        @Nullable RunId runId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        UserId requestedBy,
        boolean sendByMail,
        Report.ReportState state,
        Instant requestedAt,
        @Nullable Instant endedAt,
        Report.@Nullable ReportFailure failure,
        @Nullable Long sizeBytes) {
    static ReportResponse of(Report report) {
        return new ReportResponse(
                report.id(),
                report.kind(),
                report.projectId(),
                report.runId(),
                report.from(),
                report.to(),
                report.requestedBy(),
                report.mailWanted(),
                report.state(),
                report.requestedAt(),
                report.endedAt(),
                report.failure(),
                report.file() == null ? null : report.file().bytes());
    }
}
