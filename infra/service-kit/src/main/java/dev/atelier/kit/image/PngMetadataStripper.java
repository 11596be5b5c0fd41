package dev.atelier.kit.image;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Copies the chunks of a PNG that belong to its picture, and the orientation of its EXIF block. Source: PNG, third
 * edition, sections 5 and 11.
 */
final class PngMetadataStripper {
    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private static final int HEADER_BYTES = 13;
    private static final int CHECKSUM_BYTES = 4;
    private static final int MAX_CHUNKS = 200_000;
    private static final int MAX_PROFILE = 4 << 20;
    private static final int MAX_OTHER = 1 << 16;

    /** The chunks of the picture data, which are copied in pieces. */
    private static final Set<String> DATA = Set.of("IDAT", "fdAT");

    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "pHYs",
            "acTL", "fcTL", "fdAT");

    private final DataInputStream in;
    private final DataOutputStream out;
    private final PhotoSanitizer limits;
    private int chunks;
    private int orientation = 1;
    private boolean begun;

    PngMetadataStripper(DataInputStream in, DataOutputStream out, PhotoSanitizer limits) {
        this.in = in;
        this.out = out;
        this.limits = limits;
    }

    PhotoInfo run() throws IOException {
        var signature = new byte[SIGNATURE.length];
        in.readFully(signature);
        if (!Arrays.equals(signature, SIGNATURE) || in.readInt() != HEADER_BYTES || !type().equals("IHDR")) {
            throw broken();
        }
        var header = new byte[HEADER_BYTES + CHECKSUM_BYTES];
        in.readFully(header);
        var photoInfo = limits.checkSize(PhotoFormat.PNG, four(header, 0), four(header, 4));
        out.write(SIGNATURE);
        begin(HEADER_BYTES, "IHDR");
        out.write(header);
        while (chunk()) {
            // Copies chunk after chunk up to IEND; data after it is left out.
        }
        if (!begun) {
            throw broken();
        }
        return photoInfo.withOrientation(orientation);
    }

    /** Copies or skips one chunk; returns false for the last one. */
    private boolean chunk() throws IOException {
        int length = in.readInt();
        var type = type();
        if (length < 0 || type.equals("IHDR") || (type.equals("fdAT") && !begun)) {
            throw broken();
        }
        if (++chunks > MAX_CHUNKS) {
            throw new PhotoTooComplex(PhotoFormat.PNG, "chunks", MAX_CHUNKS);
        }
        begun |= type.equals("IDAT");
        if (type.equals("eXIf")) {
            turn(length);
        } else if (KEPT.contains(type)) {
            demandNotTooLong(type, length);
            begin(length, type);
            copy((long) length + CHECKSUM_BYTES);
        } else {
            in.skipNBytes((long) length + CHECKSUM_BYTES);
        }
        return !type.equals("IEND");
    }

    private static void demandNotTooLong(String type, int length) {
        int limit = type.equals("iCCP") ? MAX_PROFILE : MAX_OTHER;
        if (!DATA.contains(type) && length > limit) {
            throw new PhotoTooComplex(PhotoFormat.PNG, "bytes of " + type, limit);
        }
    }

    /** Keeps only the orientation of an EXIF block, where there is one. */
    private void turn(int length) throws IOException {
        var block = new byte[Math.min(length, ExifOrientation.LOOKED_AT)];
        in.readFully(block);
        in.skipNBytes((long) length - block.length + CHECKSUM_BYTES);
        int found = ExifOrientation.readBlock(block);
        if (found != 1 && orientation == 1) {
            orientation = found;
            var alone = ExifOrientation.createBlock(found);
            begin(alone.length, "eXIf");
            out.write(alone);
            var checksum = new CRC32();
            checksum.update("eXIf".getBytes(StandardCharsets.ISO_8859_1));
            checksum.update(alone);
            out.writeInt((int) checksum.getValue());
        }
    }

    private void begin(int length, String type) throws IOException {
        out.writeInt(length);
        out.write(type.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void copy(long bytes) throws IOException {
        var piece = new byte[8192];
        for (long left = bytes; left > 0; left -= piece.length) {
            int some = (int) Math.min(left, piece.length);
            in.readFully(piece, 0, some);
            out.write(piece, 0, some);
        }
    }

    private String type() throws IOException {
        var type = new byte[4];
        in.readFully(type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }

    private static int four(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | (bytes[at + 3] & 0xFF);
    }

    private static PhotoUnreadable broken() {
        return new PhotoUnreadable(PhotoFormat.PNG);
    }
}
