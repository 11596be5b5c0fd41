package dev.atelier.kit.image;

import dev.atelier.kit.image.HeifDirectory.HeifExtent;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Overwrites in a HEIF file (HEIC, AVIF) everything that does not belong to the picture: items such as EXIF and XMP,
 * data that no item refers to, and unknown boxes. The bytes of the picture do not change, and neither does its
 * rotation, which HEIF stores separately from EXIF.
 */
final class HeifMetadataEraser {
    private static final int HEADER_BYTES = 8;
    private static final int MAX_META = 2 << 20;
    private static final int MAX_BOXES = 1_000;
    private static final byte[] ZEROS = new byte[1 << 13];
    private static final byte[] BLANKS = " ".repeat(1 << 13).getBytes(StandardCharsets.US_ASCII);

    private final PhotoFormat format;
    private final RandomAccessFile file;
    private final PhotoSanitizer limits;

    HeifMetadataEraser(PhotoFormat format, RandomAccessFile file, PhotoSanitizer limits) {
        this.format = format;
        this.file = file;
        this.limits = limits;
    }

    /** A top-level box of the file. */
    private record HeifPart(String type, long at, long from, long to) {}

    PhotoInfo run() throws IOException {
        try {
            var parts = parts();
            var meta = meta(parts);
            requireNoOverlaps(meta);
            var photoInfo = meta.photo(limits);
            for (var part : parts) {
                switch (part.type()) {
                    case "ftyp", "meta" -> {}
                    case "mdat" ->
                        keepPictures(
                                part.from(),
                                part.to(),
                                meta.extents().stream()
                                        .filter(extent -> !extent.inside())
                                        .toList(),
                                (from, to) -> fill(from, to, ZEROS));
                    default -> free(part);
                }
            }
            keepPictures(
                    0,
                    meta.idat().limit(),
                    meta.extents().stream().filter(HeifExtent::inside).toList(),
                    (from, to) -> HeifBoxes.fill(meta.idat(), (int) from, (int) to, (byte) 0));
            var at = parts.stream()
                    .filter(part -> part.type().equals("meta"))
                    .findFirst()
                    .orElseThrow(this::broken);
            file.seek(at.from());
            file.write(meta.content().array());
            for (var extent : meta.extents()) {
                empty(extent, parts);
            }
            return photoInfo;
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException e) {
            throw broken();
        }
    }

    private List<HeifPart> parts() throws IOException {
        var parts = new ArrayList<HeifPart>();
        long length = file.length();
        long at = 0;
        while (length - at >= HEADER_BYTES) {
            file.seek(at);
            long size = file.readInt() & 0xFFFFFFFFL;
            var type = new byte[4];
            file.readFully(type);
            long from = at + HEADER_BYTES;
            if (size == 1) {
                size = file.readLong();
                from += HEADER_BYTES;
            } else if (size == 0) {
                size = length - at;
            }
            if (size < from - at || size > length - at) {
                throw broken();
            }
            if (parts.size() == MAX_BOXES) {
                throw new PhotoTooComplex(format, "boxes", MAX_BOXES);
            }
            parts.add(new HeifPart(new String(type, StandardCharsets.ISO_8859_1), at, from, at + size));
            at += size;
        }
        file.setLength(at);
        return parts;
    }

    private HeifDirectory meta(List<HeifPart> parts) throws IOException {
        if (parts.stream()
                .anyMatch(part -> part.type().equals("moov") || part.type().equals("moof"))) {
            throw new ImageTypeNotAccepted(format.mediaType() + "-sequence");
        }
        @Nullable HeifPart found = null;
        for (var part : parts) {
            if (part.type().equals("meta")) {
                if (found != null) {
                    throw broken();
                }
                found = part;
            }
        }
        if (found == null) {
            throw broken();
        }
        if (found.to() - found.from() > MAX_META) {
            throw new PhotoTooComplex(format, "bytes of its directory", MAX_META);
        }
        var bytes = new byte[(int) (found.to() - found.from())];
        file.seek(found.from());
        file.readFully(bytes);
        return new HeifDirectory(format, ByteBuffer.wrap(bytes));
    }

    /** Overwrites a range of bytes. */
    @FunctionalInterface
    private interface RangeEraser {
        void erase(long from, long to) throws IOException;
    }

    /** Overwrites the bytes that do not belong to the picture. */
    private static void keepPictures(long begin, long end, List<HeifExtent> extents, RangeEraser eraser)
            throws IOException {
        var kept = extents.stream()
                .filter(HeifExtent::kept)
                .sorted(Comparator.comparingLong(HeifExtent::from))
                .toList();
        long at = begin;
        for (var extent : kept) {
            if (extent.to() > at) {
                eraser.erase(at, Math.clamp(extent.from(), at, end));
                at = Math.min(extent.to(), end);
            }
        }
        eraser.erase(at, end);
    }

    /** Refuses items with overlapping data; otherwise a small file could cause very many writes. */
    private void requireNoOverlaps(HeifDirectory meta) throws IOException {
        long inFile = 0;
        long inside = 0;
        for (var extent : meta.extents()) {
            long end = extent.inside() ? meta.idat().limit() : file.length();
            long length = Math.max(0, Math.min(extent.to(), end) - extent.from());
            inFile += extent.inside() ? 0 : length;
            inside += extent.inside() ? length : 0;
        }
        if (inFile > file.length() || inside > meta.idat().limit()) {
            throw broken();
        }
    }

    /** Overwrites EXIF or XMP with an empty block. */
    private void empty(HeifExtent extent, List<HeifPart> parts) throws IOException {
        var instead = HeifDirectory.instead(extent.type());
        boolean fits = parts.stream()
                .anyMatch(
                        part -> part.type().equals("mdat") && part.from() <= extent.from() && extent.to() <= part.to());
        if (extent.kept() || extent.inside() || !fits || extent.to() - extent.from() < instead.length) {
            return;
        }
        file.seek(extent.from());
        file.write(instead);
        if (extent.type().equals("mime")) {
            fill(extent.from() + instead.length, extent.to(), BLANKS);
        }
    }

    private void free(HeifPart part) throws IOException {
        file.seek(part.at() + 4);
        file.writeBytes("free");
        fill(part.from(), part.to(), ZEROS);
    }

    private void fill(long from, long to, byte[] with) throws IOException {
        if (from >= to) {
            return;
        }
        file.seek(from);
        for (long left = to - from; left > 0; left -= with.length) {
            file.write(with, 0, (int) Math.min(left, with.length));
        }
    }

    private PhotoUnreadable broken() {
        return new PhotoUnreadable(format);
    }
}
