package dev.atelier.kit.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes small JPEGs of photos, unpacking no more of them than that takes. */
public final class ThumbnailGenerator {
    private static final Logger log = LoggerFactory.getLogger(ThumbnailGenerator.class);
    private static final double QUALITY = 0.85;

    private final int side;
    private final PhotoDecoder decoder;

    /**
     * Of one size.
     *
     * @param side of the square that they fit into, in pixels
     */
    public ThumbnailGenerator(int side, PhotoDecoder decoder) {
        this.side = side;
        this.decoder = decoder;
    }

    /**
     * A JPEG, the right way up, what is transparent in white; empty where the picture cannot be decoded, or not within the memory and
     * the time that there are for it: WebP over 8 MiB, and over 16 million pixels where all of them must be unpacked at once.
     *
     * @throws PhotoDecoderBusy where others take too long
     */
    public Optional<byte[]> of(Path file, PhotoInfo photoInfo) throws IOException {
        if (!photoInfo.format().decodable() || PhotoDecoder.isTooLarge(file, photoInfo)) {
            return Optional.empty();
        }
        return decoder.inTurn(() -> {
            try {
                return Optional.of(
                        jpeg(PhotoDecoder.upright(file, photoInfo, PhotoDecoder.whole(photoInfo), step(photoInfo))));
            } catch (IOException | RuntimeException | LinkageError e) {
                log.info("A photo stays without a thumbnail: {}", e.getClass().getName());
                return Optional.empty();
            }
        });
    }

    private byte[] jpeg(BufferedImage upright) throws IOException {
        var out = new ByteArrayOutputStream();
        net.coobird.thumbnailator.Thumbnails.of(upright)
                .size(Math.min(side, upright.getWidth()), Math.min(side, upright.getHeight()))
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toOutputStream(out);
        return out.toByteArray();
    }

    /** Twice the size that is wanted, at least: the rest is smoothed down. */
    private int step(PhotoInfo photoInfo) {
        return Math.max(1, Math.max(photoInfo.width(), photoInfo.height()) / (2 * side));
    }
}
