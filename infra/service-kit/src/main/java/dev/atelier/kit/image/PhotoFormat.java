package dev.atelier.kit.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The formats that are treated as photos. */
public enum PhotoFormat {
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp");

    /** How many bytes of a beginning tell the format. */
    public static final int HEAD = 12;

    private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    private final String mediaType;

    PhotoFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The format of what begins with these {@link #HEAD} bytes or more; empty for everything else. */
    public static Optional<PhotoFormat> of(byte[] head) {
        if (at(head, 0, JPEG_START)) {
            return Optional.of(JPEG);
        }
        if (at(head, 0, PngStrip.SIGNATURE)) {
            return Optional.of(PNG);
        }
        return at(head, 0, ascii("RIFF")) && at(head, 8, ascii("WEBP")) ? Optional.of(WEBP) : Optional.empty();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean at(byte[] head, int offset, byte[] expected) {
        return head.length >= offset + expected.length
                && Arrays.equals(head, offset, offset + expected.length, expected, 0, expected.length);
    }
}
