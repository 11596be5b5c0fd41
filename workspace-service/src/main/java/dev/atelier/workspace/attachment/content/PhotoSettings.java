package dev.atelier.workspace.attachment.content;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of photos.
 *
 * @param maxPixels the most pixels, width times height; 1 million to 200 million
 * @param thumbnail the side of the square that thumbnails fit into, in pixels; 64 to 1024
 */
@Validated
@ConfigurationProperties("atelier.photos")
record PhotoSettings(
        @Min(1_000_000) @Max(200_000_000) @DefaultValue("50000000")
        long maxPixels,

        @Min(64) @Max(1024) @DefaultValue("320") int thumbnail) {}
