package dev.atelier.workspace.attachment;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.FileId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.DownloadFileName;
import dev.atelier.workspace.attachment.content.AttachmentContentService;
import dev.atelier.workspace.attachment.store.ContentVariant;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves files, whole or in ranges. Clients may cache them, but must revalidate each time. */
@RestController
@RequestMapping("/api/workspaces/{workspaceId}/projects/{projectId}/actions/{actionId}/attachments/{attachmentId}")
class AttachmentContentController {
    private final AttachmentService attachmentService;
    private final AttachmentContentService attachmentContentService;

    AttachmentContentController(
            AttachmentService attachmentService, AttachmentContentService attachmentContentService) {
        this.attachmentService = attachmentService;
        this.attachmentContentService = attachmentContentService;
    }

    /** Returns the file as a download, never for display, so that no browser runs uploaded content. */
    @GetMapping(path = "/content", produces = MediaType.ALL_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = MediaType.ALL_VALUE, schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> content(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @PathVariable ActionId actionId,
            @PathVariable FileId attachmentId,
            Caller caller) {
        var file = attachmentService.read(workspaceId, projectId, actionId, attachmentId, caller.userId());
        return answer(file.etag(""))
                .header(HttpHeaders.CONTENT_DISPOSITION, DownloadFileName.header(file.name()))
                .contentType(MediaType.parseMediaType(file.content().mediaType()))
                .body(attachmentContentService.open(workspaceId, attachmentId, ContentVariant.WHOLE));
    }

    /** Returns a small JPEG of a photo; 404 if there is none. */
    @GetMapping(path = "/thumbnail", produces = MediaType.IMAGE_JPEG_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "A JPEG that fits into 320 times 320 pixels",
            content =
                    @Content(
                            mediaType = MediaType.IMAGE_JPEG_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<Resource> thumbnail(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @PathVariable ActionId actionId,
            @PathVariable FileId attachmentId,
            Caller caller) {
        var file = attachmentService.read(workspaceId, projectId, actionId, attachmentId, caller.userId());
        if (!file.content().thumbnail()) {
            throw new NotFound();
        }
        return answer(file.etag("-t"))
                .contentType(MediaType.IMAGE_JPEG)
                .body(attachmentContentService.open(workspaceId, attachmentId, ContentVariant.THUMBNAIL));
    }

    private static ResponseEntity.BodyBuilder answer(String etag) {
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(CacheControl.noCache().cachePrivate());
    }
}
