package dev.atelier.kit.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The way up of a photo, as EXIF notes it. Source: Exif 2.3, 4.6.4; TIFF 6.0, section 2. */
final class Orientation {
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final short TAG = 0x0112;
    private static final short ONE_SHORT = 3;

    private Orientation() {}

    /** 1 to 8; 1 also where nothing sensible is said. */
    static int in(byte[] segment) {
        if (segment.length < EXIF.length || !Arrays.equals(segment, 0, EXIF.length, EXIF, 0, EXIF.length)) {
            return 1;
        }
        try {
            return ofTiff(ByteBuffer.wrap(segment, EXIF.length, segment.length - EXIF.length)
                    .slice());
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return 1;
        }
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

    /** A segment that says this and nothing else. */
    static byte[] alone(int orientation) {
        return ByteBuffer.allocate(EXIF.length + 26)
                .put(EXIF)
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
