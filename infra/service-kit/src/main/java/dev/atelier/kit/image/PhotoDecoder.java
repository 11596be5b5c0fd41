package dev.atelier.kit.image;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPReadParam;
import dev.atelier.kit.file.TemporaryFiles;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;

/**
 * Decodes photos within a fixed amount of memory and time: one at a time in a process, at most 1.2 million pixels of
 * each, and no large photo that must be in memory as a whole.
 */
public final class PhotoDecoder {
    /**
     * Limit for photos that must be decoded as a whole; the memory for other photos does not depend on their pixels.
     */
    static final long MAX_PIXELS_AT_ONCE = 16_000_000;

    /** Limit for the pixels of all scans together, for photos that must be decoded as a whole. */
    static final long MAX_PIXELS_OF_ALL_SCANS = 400_000_000;

    /**
     * Limit for the decoded region: 4 bytes for each pixel, in the worst case 8, plus two copies (on white and
     * upright), are less than 20 MB.
     */
    static final long MAX_DECODED_PIXELS = 1_200_000;

    /** The WebP decoder reads the whole file into memory. */
    static final long MAX_WEBP_BYTES = 8 << 20;

    /**
     * Number of rows that are decoded to check that a photo is complete: for them a decoder reads to the end of the
     * data.
     */
    private static final int LAST_ROWS = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Semaphore TURN = new Semaphore(1, true);

    private final Duration patience;

    /**
     * Creates a decoder.
     *
     * @param files directory for the native part of the WebP library
     */
    public PhotoDecoder(TemporaryFiles files) {
        this(files, PATIENCE);
    }

    PhotoDecoder(TemporaryFiles files, Duration patience) {
        this.patience = patience;
        System.setProperty("com.luciad.imageio.webp.tmpdir", files.directory().toString());
        ImageIO.setUseCache(false);
    }

    /**
     * Runs an operation that decodes, one at a time in this process.
     *
     * @throws PhotoDecoderBusy where the wait for other operations is too long
     */
    <R> R runExclusively(DecodedPhotoUse<R> decodedPhotoUse) throws IOException {
        try {
            if (!TURN.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new PhotoDecoderBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PhotoDecoderBusy();
        }
        try {
            return decodedPhotoUse.decode();
        } finally {
            TURN.release();
        }
    }

    /** An operation that holds a decoded photo in memory. */
    @FunctionalInterface
    interface DecodedPhotoUse<R> {
        R decode() throws IOException;
    }

    /** Whether decoding takes too much memory or time. */
    static boolean isTooLarge(Path file, PhotoInfo photoInfo) throws IOException {
        if (photoInfo.format() == PhotoFormat.WEBP && Files.size(file) > MAX_WEBP_BYTES) {
            return true;
        }
        return photoInfo.atOnce()
                && (photoInfo.pixels() > MAX_PIXELS_AT_ONCE
                        || photoInfo.pixels() * photoInfo.scans() > MAX_PIXELS_OF_ALL_SCANS);
    }

    /**
     * Checks that the picture of a JPEG is complete.
     *
     * @throws PhotoUnreadable where it is not, or it is too large to be checked
     */
    void requireComplete(Path file, PhotoInfo photoInfo) throws IOException {
        if (isTooLarge(file, photoInfo)) {
            throw new PhotoUnreadable(photoInfo.format());
        }
        runExclusively(() -> {
            var warnings = new ArrayList<String>();
            int rows = Math.min(photoInfo.height(), LAST_ROWS);
            read(file, photoInfo, new Rectangle(0, photoInfo.height() - rows, photoInfo.width(), rows), 1, warnings);
            if (!warnings.isEmpty()) {
                throw new PhotoUnreadable(photoInfo.format());
            }
            return photoInfo;
        });
    }

    /**
     * Returns the picture upright and on white instead of transparency. Call it inside {@link #runExclusively}.
     *
     * @param region the part of the picture to decode
     * @param step only one of so many pixels is needed in both directions; fewer are decoded where the region has too
     *     many pixels
     */
    static BufferedImage decodeUpright(Path file, PhotoInfo photoInfo, Rectangle region, int step) throws IOException {
        var picture = read(file, photoInfo, region, Math.max(step, smallestStep(region)), new ArrayList<>());
        var opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var canvas = opaque.createGraphics();
        canvas.drawImage(picture, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return ExifFilterUtils.getFilterForOrientation(
                        net.coobird.thumbnailator.util.exif.Orientation.typeOf(photoInfo.orientation()))
                .apply(opaque);
    }

    static Rectangle whole(PhotoInfo photoInfo) {
        return new Rectangle(0, 0, photoInfo.width(), photoInfo.height());
    }

    private static int smallestStep(Rectangle region) {
        return (int) Math.ceil(Math.sqrt((double) region.width * region.height / MAX_DECODED_PIXELS));
    }

    private static BufferedImage read(Path file, PhotoInfo photoInfo, Rectangle region, int step, List<String> warnings)
            throws IOException {
        var reader = reader(photoInfo.format());
        try (var in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener((_, warning) -> warnings.add(warning));
            var deadline = new DecodingDeadline(reader, LONGEST);
            reader.addIIOReadProgressListener(deadline);
            var picture = reader.read(0, param(reader, photoInfo, region, step));
            deadline.requireMet();
            return picture;
        } finally {
            reader.dispose();
        }
    }

    /** Creates the WebP reader directly: in an executable jar, ImageIO does not find it. */
    private static ImageReader reader(PhotoFormat format) throws IOException {
        return switch (format) {
            case JPEG -> ImageIO.getImageReadersByFormatName("jpeg").next();
            case PNG -> ImageIO.getImageReadersByFormatName("png").next();
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
            case GIF, HEIC, HEIF, AVIF -> throw new IOException(format + " is not decoded");
        };
    }

    private static ImageReadParam param(ImageReader reader, PhotoInfo photoInfo, Rectangle region, int step) {
        if (photoInfo.format() == PhotoFormat.WEBP) {
            var scaled = new WebPReadParam();
            scaled.setUseCropping(!region.equals(whole(photoInfo)));
            scaled.setCropLeft(region.x);
            scaled.setCropTop(region.y);
            scaled.setCropWidth(region.width);
            scaled.setCropHeight(region.height);
            scaled.setUseScaling(step > 1);
            scaled.setScaledWidth(Math.max(1, region.width / step));
            scaled.setScaledHeight(Math.max(1, region.height / step));
            return scaled;
        }
        var param = reader.getDefaultReadParam();
        param.setSourceRegion(region);
        param.setSourceSubsampling(step, step, 0, 0);
        return param;
    }
}
