package dev.atelier.workspace.auditlog;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.DownloadFileName;
import dev.atelier.kit.web.PageCursorCodec;
import dev.atelier.workspace.people.Person;
import dev.atelier.workspace.people.PersonLookup;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController("workspaceHistoryController")
@RequestMapping("/api/workspaces/{workspaceId}/audit-log")
class AuditLogController {
    private final AuditLog auditLog;
    private final WorkspaceAuthorization workspaceAuthorization;
    private final PersonLookup personLookup;
    private final AuditLogExportRecorder exports;
    private final TransactionRunner transactionRunner;

    AuditLogController(
            AuditLog auditLog,
            WorkspaceAuthorization workspaceAuthorization,
            PersonLookup personLookup,
            AuditLogExportRecorder exports,
            TransactionRunner transactionRunner) {
        this.auditLog = auditLog;
        this.workspaceAuthorization = workspaceAuthorization;
        this.personLookup = personLookup;
        this.exports = exports;
        this.transactionRunner = transactionRunner;
    }

    /** Lists who did what and when, newest first. Only the manager may read it. */
    @GetMapping
    CursorPage<AuditLogEntryResponse> list(
            @PathVariable WorkspaceId workspaceId,
            @ParameterObject AuditLogFilter filter,
            CursorPageRequest page,
            Caller caller) {
        workspaceAuthorization.requireManager(workspaceId, caller.userId());
        var cursor = page.cursor();
        var before = cursor == null ? null : cursor.as(0, UUID::fromString);
        var read = auditLog.findNewest(workspaceId, filter, before, page.limitPlusOne());
        var doers = personLookup.find(read.stream()
                .map(AuditLogEntry::by)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return CursorPage.of(read, page, last -> PageCursorCodec.of(last.id()))
                .map(one -> AuditLogEntryResponse.of(one, doers));
    }

    /**
     * Exports all matching entries as CSV, written while they are read. Only the manager may export. The export itself
     * is recorded in the history.
     */
    @GetMapping(path = "/export", produces = AuditLogCsvWriter.TYPE)
    @ApiResponse(
            responseCode = "200",
            description = "The entries as CSV",
            content = @Content(mediaType = AuditLogCsvWriter.TYPE, schema = @Schema(type = "string")))
    void export(
            @PathVariable WorkspaceId workspaceId,
            @ParameterObject AuditLogFilter filter,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        workspaceAuthorization.requireManager(workspaceId, caller.userId());
        transactionRunner.run(() -> exports.recordExport(workspaceId, caller.userId()));
        var doers = new HashMap<UserId, Person>();
        try (var all = auditLog.stream(workspaceId, filter)) {
            response.setContentType(AuditLogCsvWriter.TYPE);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, DownloadFileName.header("audit-log.csv"));
            AuditLogCsvWriter.write(
                    all.map(one -> AuditLogEntryResponse.of(
                                    one, doer -> doers.computeIfAbsent(doer, personLookup::find)))
                            .iterator(),
                    response.getOutputStream());
        }
    }
}
