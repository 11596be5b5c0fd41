package dev.atelier.kit.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Generates thumbnails of photos as JPEGs and decodes no more of a photo than that needs. */
public final class ThumbnailGenerator {
    private static final Logger log = LoggerFactory.getLogger(ThumbnailGenerator.class);
    private static final double QUALITY = 0.85;

    private final int side;
    private final PhotoDecoder decoder;

    /**
     * Creates a generator for one size.
     *
     * @param side of the square that the thumbnails fit into, in pixels
     */
    public ThumbnailGenerator(int side, PhotoDecoder decoder) {
        this.side = side;
        this.decoder = decoder;
    }

    /**
     * Generates a JPEG, upright and on white instead of transparency. Empty where the picture cannot be decoded, or not
     * within the limits of memory and time: WebP over 8 MiB, and more than 16 million pixels where the photo must be
     * decoded as a whole.
     *
     * @throws PhotoDecoderBusy where the wait for other photos is too long
     */
    public Optional<byte[]> generate(Path file, PhotoInfo photoInfo) throws IOException {
        if (!photoInfo.format().decodable() || PhotoDecoder.isTooLarge(file, photoInfo)) {
            return Optional.empty();
        }
        return decoder.runExclusively(() -> {
            try {
                return Optional.of(jpeg(
                        PhotoDecoder.decodeUpright(file, photoInfo, PhotoDecoder.whole(photoInfo), step(photoInfo))));
            } catch (IOException | RuntimeException | LinkageError e) {
                log.info(
                        "A photo gets no thumbnail, as it cannot be decoded: {}",
                        e.getClass().getName());
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

    /** Keeps at least twice the thumbnail size, as the generator scales smoothly from there. */
    private int step(PhotoInfo photoInfo) {
        return Math.max(1, Math.max(photoInfo.width(), photoInfo.height()) / (2 * side));
    }
}
