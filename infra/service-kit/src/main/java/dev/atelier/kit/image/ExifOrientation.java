package dev.atelier.kit.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The orientation of a photo in EXIF metadata. Source: Exif 2.3, 4.6.4; TIFF 6.0, section 2. */
final class ExifOrientation {
    /** How many bytes of an EXIF block are read: the first directory is at its beginning. */
    static final int LOOKED_AT = 1 << 16;

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final short TAG = 0x0112;
    private static final short ONE_SHORT = 3;
    private static final int TIFF_BYTES = 26;

    private ExifOrientation() {}

    /** Reads the orientation from an APP1 segment of a JPEG: 1 to 8; 1 also where there is no valid value. */
    static int readSegment(byte[] segment) {
        return isMarked(segment) ? readBlock(segment) : 1;
    }

    /** Reads the orientation from an EXIF block of a PNG or WebP, which usually has no {@code Exif} prefix. */
    static int readBlock(byte[] block) {
        int from = isMarked(block) ? EXIF.length : 0;
        try {
            return ofTiff(ByteBuffer.wrap(block, from, block.length - from).slice());
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return 1;
        }
    }

    private static boolean isMarked(byte[] block) {
        return block.length >= EXIF.length && Arrays.equals(block, 0, EXIF.length, EXIF, 0, EXIF.length);
    }

    private static int ofTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort() == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.getShort();
        tiff.position(tiff.getInt());
        int entries = tiff.getShort() & 0xFFFF;
        for (int entry = 0; entry < entries; entry++) {
            short tag = tiff.getShort();
            short type = tiff.getShort();
            tiff.getInt();
            short value = tiff.getShort();
            tiff.getShort();
            if (tag == TAG && type == ONE_SHORT) {
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    /** Creates an APP1 segment of a JPEG that contains only the orientation. */
    static byte[] createSegment(int orientation) {
        return ByteBuffer.allocate(EXIF.length + TIFF_BYTES)
                .put(EXIF)
                .put(createBlock(orientation))
                .array();
    }

    /** Creates an EXIF block of a PNG or WebP that contains only the orientation. */
    static byte[] createBlock(int orientation) {
        return ByteBuffer.allocate(TIFF_BYTES)
                .putShort((short) 0x4D4D)
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort(TAG)
                .putShort(ONE_SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
