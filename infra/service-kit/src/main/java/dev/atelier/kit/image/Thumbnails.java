package dev.atelier.kit.image;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPReadParam;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes small JPEGs of photos, unpacking no more of them than that takes; one at a time, for it takes memory. */
public final class Thumbnails {
    private static final Logger log = LoggerFactory.getLogger(Thumbnails.class);
    private static final double QUALITY = 0.85;

    /** Of photos that are unpacked at once; the others need no more memory for more pixels. */
    private static final long MAX_PIXELS_AT_ONCE = 16_000_000;

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
        if (photo.atOnce() && photo.pixels() > MAX_PIXELS_AT_ONCE) {
            return Optional.empty();
        }
        turn.acquireUninterruptibly();
        try {
            return Optional.of(jpeg(read(file, photo), photo));
        } catch (IOException | RuntimeException | LinkageError e) {
            log.info("A photo stays without a thumbnail: {}", e.getClass().getName());
            return Optional.empty();
        } finally {
            turn.release();
        }
    }

    private byte[] jpeg(BufferedImage picture, Photo photo) throws IOException {
        var opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var canvas = opaque.createGraphics();
        canvas.drawImage(picture, 0, 0, Color.WHITE, null);
        canvas.dispose();
        var upright = ExifFilterUtils.getFilterForOrientation(
                        net.coobird.thumbnailator.util.exif.Orientation.typeOf(photo.orientation()))
                .apply(opaque);
        var out = new ByteArrayOutputStream();
        net.coobird.thumbnailator.Thumbnails.of(upright)
                .size(Math.min(side, upright.getWidth()), Math.min(side, upright.getHeight()))
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toOutputStream(out);
        return out.toByteArray();
    }

    private BufferedImage read(Path file, Photo photo) throws IOException {
        var reader = reader(photo.format());
        try (var in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            return reader.read(0, param(reader, photo));
        } finally {
            reader.dispose();
        }
    }

    /** WebP's by name: a service in one jar would not find it where it is looked for. */
    private static ImageReader reader(PhotoFormat format) throws IOException {
        return switch (format) {
            case JPEG -> ImageIO.getImageReadersByFormatName("jpeg").next();
            case PNG -> ImageIO.getImageReadersByFormatName("png").next();
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
        };
    }

    /** Twice the size that is wanted, at least: the rest is smoothed down. */
    private ImageReadParam param(ImageReader reader, Photo photo) {
        int longer = Math.max(photo.width(), photo.height());
        int step = Math.max(1, longer / (2 * side));
        if (photo.format() == PhotoFormat.WEBP) {
            var scaled = new WebPReadParam();
            scaled.setUseScaling(step > 1);
            scaled.setScaledWidth(Math.max(1, photo.width() / step));
            scaled.setScaledHeight(Math.max(1, photo.height() / step));
            return scaled;
        }
        var param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return param;
    }
}
