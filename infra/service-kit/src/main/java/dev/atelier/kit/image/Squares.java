package dev.atelier.kit.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import net.coobird.thumbnailator.geometry.Positions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes square JPEGs of photos, cut from their middle and encoded anew; one photo at a time, for it takes memory. */
public final class Squares {
    private static final Logger log = LoggerFactory.getLogger(Squares.class);
    private static final double QUALITY = 0.85;
    private static final int MAX_SIDE = 65_535;

    private final List<Integer> sides;
    private final Semaphore turn = new Semaphore(1);

    /**
     * Of these sizes.
     *
     * @param sides in pixels, each once; smaller photos are enlarged
     */
    public Squares(List<Integer> sides) {
        this.sides = sides.stream().sorted().toList();
    }

    /**
     * One JPEG for each side, the right way up, what is transparent in white.
     *
     * @param photo what {@link Photos#strip} said of the file
     * @throws TooManyPixels where it can only be unpacked all at once and has over 16 million pixels
     * @throws PhotoUnreadable where its picture cannot be decoded
     */
    public SortedMap<Integer, byte[]> of(Path file, Photo photo) {
        if (Unpacking.tooLarge(photo)) {
            throw new TooManyPixels(photo, Unpacking.MAX_PIXELS_AT_ONCE, MAX_SIDE);
        }
        turn.acquireUninterruptibly();
        try {
            var upright = Unpacking.upright(file, photo, step(photo));
            var made = new TreeMap<Integer, byte[]>();
            for (int side : sides) {
                made.put(side, square(upright, side));
            }
            return made;
        } catch (IOException | RuntimeException | LinkageError e) {
            log.info("A photo cannot be decoded: {}", e.getClass().getName());
            throw new PhotoUnreadable(photo.format());
        } finally {
            turn.release();
        }
    }

    private static byte[] square(BufferedImage upright, int side) throws IOException {
        int shorter = Math.min(upright.getWidth(), upright.getHeight());
        var out = new ByteArrayOutputStream();
        net.coobird.thumbnailator.Thumbnails.of(upright)
                .sourceRegion(Positions.CENTER, shorter, shorter)
                .forceSize(side, side)
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toOutputStream(out);
        return out.toByteArray();
    }

    /** Twice the largest side, at least: the rest is smoothed down. */
    private int step(Photo photo) {
        return Math.max(1, Math.min(photo.width(), photo.height()) / (2 * sides.getLast()));
    }
}
