package dev.atelier.report.report;

import dev.atelier.events.ReportEvent.ReportKind;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.ReportId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.idempotency.IdempotencyKey;
import dev.atelier.kit.idempotency.IdempotentRequestExecutor;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspaceId}/reports")
class ReportController {
    private final RequestReport requestReport;
    private final ReportQueries reportQueries;
    private final IdempotentRequestExecutor idempotentRequestExecutor;

    ReportController(
            RequestReport requestReport,
            ReportQueries reportQueries,
            IdempotentRequestExecutor idempotentRequestExecutor) {
        this.requestReport = requestReport;
        this.reportQueries = reportQueries;
        this.idempotentRequestExecutor = idempotentRequestExecutor;
    }

    /**
     * Requests a report. It is generated in the background, usually within a few seconds; its state tells when it is
     * ready.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<ReportResponse> request(
            @PathVariable WorkspaceId workspaceId,
            @Valid @RequestBody CreateReportRequest body,
            IdempotencyKey key,
            Caller caller) {
        var reportRequest = body.toReportRequest(workspaceId);
        requestReport.requireReadable(reportRequest, caller.userId());
        var view = idempotentRequestExecutor.execute(
                key,
                body,
                ReportResponse.class,
                () -> ReportResponse.of(requestReport.request(reportRequest, caller.userId())));
        return ResponseEntity.accepted()
                .location(URI.create("/api/workspaces/" + workspaceId + "/reports/" + view.id()))
                .body(view);
    }

    /** Returns the reports of the projects that the reader may see, newest first. */
    @GetMapping
    CursorPage<ReportResponse> list(
            @PathVariable WorkspaceId workspaceId,
            @RequestParam(required = false) @Nullable ProjectId projectId,
            CursorPageRequest page,
            Caller caller) {
        return reportQueries.list(workspaceId, projectId, page, caller.userId()).map(ReportResponse::of);
    }

    /** Returns a report. */
    @GetMapping("/{reportId}")
    ReportResponse one(@PathVariable WorkspaceId workspaceId, @PathVariable ReportId reportId, Caller caller) {
        return ReportResponse.of(reportQueries.get(workspaceId, reportId, caller.userId()));
    }

    /**
     * The requested report.
     *
     * @param runId required for {@code RUN}, not allowed otherwise
     * @param from first day, only for {@code PROJECT}; when missing, the period has no beginning
     * @param to last day, inclusive; when missing, the period has no end
     * @param sendByMail whether the report is also mailed to the requester
     */
    record CreateReportRequest(
            @NotNull ReportKind kind,
            @NotNull ProjectId projectId,
            @Nullable RunId runId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Boolean sendByMail) {
        ReportRequest toReportRequest(WorkspaceId workspace) {
            return new ReportRequest(workspace, projectId, kind, runId, from, to, Boolean.TRUE.equals(sendByMail));
        }
    }
}
