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

/** Takes photos in without unpacking them; needs no more memory for large ones than for small ones. */
public final class PhotoSanitizer {
    /** As in JPEG; one row of more would fill the memory by itself. */
    private static final int MAX_SIDE = 65_535;

    private final long maxPixels;
    private final PhotoDecoder decoder;

    /**
     * For photos up to a size.
     *
     * @param maxPixels width times height, each 65,535 at most; more is refused by what the header says, before anything is unpacked
     */
    public PhotoSanitizer(long maxPixels, PhotoDecoder decoder) {
        this.maxPixels = maxPixels;
        this.decoder = decoder;
    }

    /**
     * Copies a photo without its metadata: position, device, times, comments, previews, and whatever is hidden behind its end.
     * Its picture stays as it is, bit by bit, with its colour profile and the way up.
     *
     * @throws TooManyPixels by its header
     * @throws PhotoTooComplex where it has more parts than any program writes
     * @throws PhotoUnreadable where its structure is broken or breaks off
     * @throws ImageTypeNotAccepted for films in a photo's format
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

    /** Without the mark of its end it is taken where its picture is there as a whole. */
    private PhotoInfo jpeg(Path from, Path to) throws IOException {
        JpegMetadataStripper strip;
        PhotoInfo photoInfo;
        try (var in = in(from);
                var out = out(to)) {
            strip = new JpegMetadataStripper(in, out, this);
            photoInfo = strip.run();
        }
        if (strip.endAdded()) {
            decoder.demandWhole(to, photoInfo);
        }
        return photoInfo;
    }

    /** The measures that a header names, where they are allowed. */
    PhotoInfo measured(PhotoFormat format, int width, int height) {
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
