package dev.atelier.kit.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Generates square JPEGs from the middle of a photo. */
public final class SquareImageGenerator {
    private static final Logger log = LoggerFactory.getLogger(SquareImageGenerator.class);
    private static final double QUALITY = 0.85;
    private static final int MAX_SIDE = 65_535;

    private final List<Integer> sides;
    private final PhotoDecoder decoder;

    /**
     * Creates a generator for these sizes.
     *
     * @param sides in pixels, each size once; smaller photos are enlarged
     */
    public SquareImageGenerator(List<Integer> sides, PhotoDecoder decoder) {
        this.sides = sides.stream().sorted().toList();
        this.decoder = decoder;
    }

    /**
     * Generates a JPEG for each side, upright and on white instead of transparency. Only the middle of the photo is
     * decoded.
     *
     * @param photoInfo the result of {@link PhotoSanitizer#strip} for the file
     * @throws TooManyPixels where the photo can only be decoded as a whole and has more than 16 million pixels, more
     *     than 8 MiB of WebP, or more than 400 million pixels in all scans together
     * @throws PhotoUnreadable where its picture cannot be decoded
     * @throws PhotoDecoderBusy where the wait for other photos is too long
     */
    public SortedMap<Integer, byte[]> generate(Path file, PhotoInfo photoInfo) throws IOException {
        if (PhotoDecoder.isTooLarge(file, photoInfo)) {
            throw new TooManyPixels(photoInfo, PhotoDecoder.MAX_PIXELS_AT_ONCE, MAX_SIDE);
        }
        return decoder.runExclusively(() -> {
            try {
                var middle = middle(photoInfo);
                var upright = PhotoDecoder.decodeUpright(file, photoInfo, middle, step(middle));
                var made = new TreeMap<Integer, byte[]>();
                for (int side : sides) {
                    made.put(side, square(upright, side));
                }
                return made;
            } catch (IOException | RuntimeException | LinkageError e) {
                log.info("A photo cannot be decoded: {}", e.getClass().getName());
                throw new PhotoUnreadable(photoInfo.format());
            }
        });
    }

    private static Rectangle middle(PhotoInfo photoInfo) {
        int side = Math.min(photoInfo.width(), photoInfo.height());
        return new Rectangle((photoInfo.width() - side) / 2, (photoInfo.height() - side) / 2, side, side);
    }

    private static byte[] square(BufferedImage upright, int side) throws IOException {
        var out = new ByteArrayOutputStream();
        net.coobird.thumbnailator.Thumbnails.of(upright)
                .forceSize(side, side)
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toOutputStream(out);
        return out.toByteArray();
    }

    /** Keeps at least twice the largest side, as the generator scales smoothly from there. */
    private int step(Rectangle middle) {
        return Math.max(1, middle.width / (2 * sides.getLast()));
    }
}
