package dev.atelier.report.report;

import dev.atelier.events.id.ReportId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.DownloadFileName;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Returns the files of reports to readers, and to notification-service for mails. */
@RestController
class ReportContentController {
    private final ReportQueries reportQueries;

    ReportContentController(ReportQueries reportQueries) {
        this.reportQueries = reportQueries;
    }

    /** Returns the PDF; 409 until it is ready. */
    @GetMapping(
            path = {
                "/api/workspaces/{workspaceId}/reports/{reportId}/content",
                "/internal/workspaces/{workspaceId}/reports/{reportId}/content"
            },
            produces = MediaType.APPLICATION_PDF_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "The PDF file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> content(
            @PathVariable WorkspaceId workspaceId, @PathVariable ReportId reportId, Caller caller) {
        var document = reportQueries.open(workspaceId, reportId, caller.userId());
        return ResponseEntity.ok()
                .eTag("\"" + document.file().sha256() + "\"")
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, DownloadFileName.header(document.name()))
                .contentType(MediaType.APPLICATION_PDF)
                .contentLength(document.file().bytes())
                .body(new InputStreamResource(document.content()));
    }
}
