package dev.atelier.workspace.attachment.content;

import dev.atelier.events.privacy.NotPersonal;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a file's content.
 *
 * @param mediaType detected from its bytes, never from its name alone
 * @param size in bytes, as it is stored
 * @param sha256 of the uploaded bytes, 64 hexadecimal characters
 * @param width of a photo in pixels, in its displayed orientation; null for other files
 * @param height of a photo in pixels, in its displayed orientation; null for other files
 * @param thumbnail whether there is a thumbnail
 */
public record FileMetadata(
        @NotPersonal("a media type") String mediaType,
        long size,
        @NotPersonal("a hash") String sha256,
        @Nullable Integer width,
        @Nullable Integer height,
        boolean thumbnail) {}
