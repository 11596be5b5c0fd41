package dev.atelier.kit.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The photo formats whose metadata can be removed. */
public enum PhotoFormat {
    JPEG("image/jpeg", true),
    PNG("image/png", true),
    WEBP("image/webp", true),
    GIF("image/gif", false),
    HEIC("image/heic", false),
    HEIF("image/heif", false),
    AVIF("image/avif", false);

    /** Number of bytes at the beginning of a file that identify the format. */
    public static final int HEAD = 12;

    private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs");
    private static final Set<String> HEIF_BRANDS = Set.of("mif1", "mif2", "msf1", "miaf", "mic1", "1pic");
    private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis", "avio");

    private final String mediaType;
    private final boolean decodable;

    PhotoFormat(String mediaType, boolean decodable) {
        this.mediaType = mediaType;
        this.decodable = decodable;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether thumbnails can be generated from it. */
    public boolean decodable() {
        return decodable;
    }

    /** Detects the format from the first {@link #HEAD} bytes or more; empty for anything else. */
    public static Optional<PhotoFormat> of(byte[] head) {
        if (at(head, 0, JPEG_START)) {
            return Optional.of(JPEG);
        }
        if (at(head, 0, PngMetadataStripper.SIGNATURE)) {
            return Optional.of(PNG);
        }
        if (at(head, 0, ascii("GIF87a")) || at(head, 0, ascii("GIF89a"))) {
            return Optional.of(GIF);
        }
        if (at(head, 0, ascii("RIFF")) && at(head, 8, ascii("WEBP"))) {
            return Optional.of(WEBP);
        }
        return at(head, 4, ascii("ftyp")) && head.length >= HEAD
                ? ofBrand(new String(head, 8, 4, StandardCharsets.ISO_8859_1))
                : Optional.empty();
    }

    private static Optional<PhotoFormat> ofBrand(String brand) {
        if (HEIC_BRANDS.contains(brand)) {
            return Optional.of(HEIC);
        }
        if (HEIF_BRANDS.contains(brand)) {
            return Optional.of(HEIF);
        }
        return AVIF_BRANDS.contains(brand) ? Optional.of(AVIF) : Optional.empty();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean at(byte[] head, int offset, byte[] expected) {
        return head.length >= offset + expected.length
                && Arrays.equals(head, offset, offset + expected.length, expected, 0, expected.length);
    }
}
