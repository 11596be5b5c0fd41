package dev.atelier.kit.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes small JPEGs of photos, unpacking no more of them than that takes; one at a time, for it takes memory. */
public final class Thumbnails {
    private static final Logger log = LoggerFactory.getLogger(Thumbnails.class);
    private static final double QUALITY = 0.85;

    private final int side;
    private final Semaphore turn = new Semaphore(1);

    /**
     * Of one size.
     *
     * @param side of the square that they fit into, in pixels
     */
    public Thumbnails(int side) {
        this.side = side;
    }

    /** A JPEG, the right way up, what is transparent in white; empty where the picture cannot be read, or only all at once and has over 16 million pixels. */
    public Optional<byte[]> of(Path file, Photo photo) throws IOException {
        if (Unpacking.tooLarge(photo)) {
            return Optional.empty();
        }
        turn.acquireUninterruptibly();
        try {
            return Optional.of(jpeg(Unpacking.upright(file, photo, step(photo))));
        } catch (IOException | RuntimeException | LinkageError e) {
            log.info("A photo stays without a thumbnail: {}", e.getClass().getName());
            return Optional.empty();
        } finally {
            turn.release();
        }
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
    private int step(Photo photo) {
        return Math.max(1, Math.max(photo.width(), photo.height()) / (2 * side));
    }
}
