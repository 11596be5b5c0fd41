package dev.atelier.workspace.attachment;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.FileId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.RefusedWhenSuspended;
import dev.atelier.kit.idempotency.IdempotencyKey;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.PageCursorCodec;
import dev.atelier.workspace.action.ActionService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspaceId}/projects/{projectId}/actions/{actionId}/attachments")
class AttachmentController {
    private static final FileId BEFORE_ALL = new FileId(new UUID(0, 0));

    private final ActionService actionService;
    private final AttachmentService attachmentService;
    private final UploadAttachment uploadAttachment;

    AttachmentController(
            ActionService actionService, AttachmentService attachmentService, UploadAttachment uploadAttachment) {
        this.actionService = actionService;
        this.attachmentService = attachmentService;
        this.uploadAttachment = uploadAttachment;
    }

    /** Lists the files, oldest first. */
    @GetMapping
    CursorPage<AttachmentResponse> all(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @PathVariable ActionId actionId,
            CursorPageRequest page,
            Caller caller) {
        actionService.requireReader(workspaceId, projectId, actionId, caller.userId());
        var cursor = page.cursor();
        var after = cursor == null ? BEFORE_ALL : cursor.id(0, FileId.class);
        var read = attachmentService.list(workspaceId, actionId, after, page.limitPlusOne());
        return CursorPage.of(read, page, last -> PageCursorCodec.of(last.id())).map(AttachmentResponse::of);
    }

    /**
     * Uploads a file. The body is the file itself, 50 MiB at most; its name is in Content-Disposition, for example
     * {@code attachment; filename*=UTF-8''caf%C3%A9.jpg}. The content decides the media type. Pictures lose position,
     * author and all other metadata and keep their orientation: JPEG, PNG, WebP, GIF, HEIC and AVIF. Other pictures
     * that have metadata, such as TIFF, are refused (422 {@code image-type-not-accepted}); drawings such as SVG are
     * stored unchanged. 503 {@code photo-decoder-busy} with Retry-After if too many photos arrive at once.
     */
    @Operation(
            summary = "Uploads a file.",
            description =
                    "The body is the file itself, 50 MiB at most; its name is in Content-Disposition. The content decides the "
                            + "media type. Pictures (JPEG, PNG, WebP, GIF, HEIC, AVIF) of up to 50 million pixels lose position, "
                            + "author and all other metadata and keep their orientation. 422 image-type-not-accepted for other "
                            + "pictures that have metadata (TIFF, raw photos), photo-too-complex for more parts than usual programs "
                            + "write (100 scans of a JPEG), photo-unreadable, too-many-pixels. 503 photo-decoder-busy with "
                            + "Retry-After if too many photos arrive at once.")
    @RefusedWhenSuspended
    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    AttachmentResponse upload(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @PathVariable ActionId actionId,
            @RequestHeader(HttpHeaders.CONTENT_DISPOSITION) String disposition,
            InputStream body,
            Optional<IdempotencyKey> key,
            Caller caller)
            throws IOException {
        return uploadAttachment.upload(
                workspaceId, projectId, actionId, AttachmentFileName.of(disposition), body, key, caller.userId());
    }

    /** Deletes a file permanently. Any participant may. */
    @DeleteMapping("/{attachmentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @PathVariable ActionId actionId,
            @PathVariable FileId attachmentId,
            Caller caller) {
        attachmentService.delete(workspaceId, projectId, actionId, attachmentId, caller.userId());
    }
}
