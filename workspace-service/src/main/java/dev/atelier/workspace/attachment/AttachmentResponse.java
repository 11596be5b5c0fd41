package dev.atelier.workspace.attachment;

import dev.atelier.events.id.FileId;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file as its readers see it.
 *
 * @param sizeBytes in bytes, as it is served
 * @param width of a photo in pixels; null for other files
 * @param height of a photo in pixels; null for other files
 * @param hasThumbnail whether there is one
 */
record AttachmentResponse(
        FileId id,
        String name,
        String mediaType,
        long sizeBytes,
        @Nullable Integer width,
        @Nullable Integer height,
        boolean hasThumbnail,
        UserId createdBy,
        Instant createdAt) {
    static AttachmentResponse of(Attachment file) {
        var fileMetadata = file.content();
        return new AttachmentResponse(
                file.id(),
                file.name(),
                fileMetadata.mediaType(),
                fileMetadata.size(),
                fileMetadata.width(),
                fileMetadata.height(),
                fileMetadata.thumbnail(),
                file.by(),
                file.at());
    }
}
