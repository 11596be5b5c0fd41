package dev.atelier.kit.image;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPReadParam;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;

/** Unpacks photos no larger than they are needed. */
final class Unpacking {
    /** Of photos that are unpacked at once; the others need no more memory for more pixels. */
    static final long MAX_PIXELS_AT_ONCE = 16_000_000;

    private Unpacking() {}

    /** Whether it would have to be in memory as a whole, and is too large for that. */
    static boolean tooLarge(Photo photo) {
        return photo.atOnce() && photo.pixels() > MAX_PIXELS_AT_ONCE;
    }

    /**
     * The right way up, what is transparent in white.
     *
     * @param step one of so many pixels is read in both directions
     */
    static BufferedImage upright(Path file, Photo photo, int step) throws IOException {
        var picture = read(file, photo, step);
        var opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var canvas = opaque.createGraphics();
        canvas.drawImage(picture, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return ExifFilterUtils.getFilterForOrientation(
                        net.coobird.thumbnailator.util.exif.Orientation.typeOf(photo.orientation()))
                .apply(opaque);
    }

    private static BufferedImage read(Path file, Photo photo, int step) throws IOException {
        var reader = reader(photo.format());
        try (var in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            return reader.read(0, param(reader, photo, step));
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

    private static ImageReadParam param(ImageReader reader, Photo photo, int step) {
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
