package dev.atelier.workspace.attachment.content;

import dev.atelier.events.privacy.NotPersonal;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file's content.
 *
 * @param mediaType by its bytes, never by its name
 * @param size in bytes, as it is kept
 * @param sha256 of the bytes that were sent, in 64 hexadecimal characters
 * @param width of a photo in pixels, as it is looked at; null for other files
 * @param height of a photo in pixels, as it is looked at; null for other files
 * @param thumbnail whether there is a small picture of it
 */
public record FileMetadata(
        @NotPersonal("a media type") String mediaType,
        long size,
        @NotPersonal("a hash") String sha256,
        @Nullable Integer width,
        @Nullable Integer height,
        boolean thumbnail) {}
