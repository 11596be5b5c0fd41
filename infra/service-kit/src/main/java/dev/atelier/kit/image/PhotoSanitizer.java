package dev.atelier.kit.image;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Removes the metadata of photos without decoding them; large photos need no more memory than small ones. */
public final class PhotoSanitizer {
    /** The maximum of JPEG; a single longer row could fill the memory. */
    private static final int MAX_SIDE = 65_535;

    private final long maxPixels;
    private final PhotoDecoder decoder;

    /**
     * Creates a sanitizer for photos up to a size.
     *
     * @param maxPixels width times height, each at most 65,535; a larger photo is refused by its header, before
     *     anything is decoded
     */
    public PhotoSanitizer(long maxPixels, PhotoDecoder decoder) {
        this.maxPixels = maxPixels;
        this.decoder = decoder;
    }

    /**
     * Copies a photo without its metadata: position, device, times, comments, previews, and data after its end. The
     * bytes of the picture do not change; the colour profile and the orientation are kept.
     *
     * @throws TooManyPixels according to the header
     * @throws PhotoTooComplex where it has more parts than any program writes
     * @throws PhotoUnreadable where its structure is invalid or incomplete
     * @throws ImageTypeNotAccepted for a video in the format of a photo
     */
    public PhotoInfo strip(PhotoFormat format, Path from, Path to) throws IOException {
        try {
            return switch (format) {
                case JPEG -> jpeg(from, to);
                case PNG -> {
                    try (var in = in(from);
                            var out = out(to)) {
                        yield new PngMetadataStripper(in, out, this).run();
                    }
                }
                case WEBP -> {
                    try (var in = new RandomAccessFile(from.toFile(), "r");
                            var out = out(to)) {
                        yield new WebpMetadataStripper(in, out, this).run();
                    }
                }
                case GIF -> {
                    try (var in = in(from);
                            var out = out(to)) {
                        yield new GifMetadataStripper(in, out, this).run();
                    }
                }
                case HEIC, HEIF, AVIF -> {
                    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
                    try (var file = new RandomAccessFile(to.toFile(), "rw")) {
                        yield new HeifMetadataEraser(format, file, this).run();
                    }
                }
            };
        } catch (EOFException e) {
            throw new PhotoUnreadable(format);
        }
    }

    /** Accepts a JPEG without an end marker where its picture is complete. */
    private PhotoInfo jpeg(Path from, Path to) throws IOException {
        JpegMetadataStripper strip;
        PhotoInfo photoInfo;
        try (var in = in(from);
                var out = out(to)) {
            strip = new JpegMetadataStripper(in, out, this);
            photoInfo = strip.run();
        }
        if (strip.endAdded()) {
            decoder.requireComplete(to, photoInfo);
        }
        return photoInfo;
    }

    /** Checks the size that a header contains and returns it. */
    PhotoInfo checkSize(PhotoFormat format, int width, int height) {
        if (width <= 0 || height <= 0) {
            throw new PhotoUnreadable(format);
        }
        var photoInfo = new PhotoInfo(format, width, height, 1, format == PhotoFormat.WEBP, 1);
        if (photoInfo.pixels() > maxPixels || Math.max(width, height) > MAX_SIDE) {
            throw new TooManyPixels(photoInfo, maxPixels, MAX_SIDE);
        }
        return photoInfo;
    }

    private static DataInputStream in(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    private static DataOutputStream out(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }
}
