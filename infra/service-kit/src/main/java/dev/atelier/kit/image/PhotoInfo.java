package dev.atelier.kit.image;

/**
 * The properties of a photo that are known without decoding it.
 *
 * @param width in pixels, as stored
 * @param height in pixels, as stored
 * @param orientation how to turn it for display: 1 to 8 as in EXIF, 1 for not at all
 * @param atOnce whether the whole photo must be in memory to decode any part of it
 * @param scans how often a decoder processes the whole picture; 1 for all formats but JPEG
 */
public record PhotoInfo(PhotoFormat format, int width, int height, int orientation, boolean atOnce, int scans) {
    long pixels() {
        return (long) width * height;
    }

    /** Whether the stored picture is turned by 90 degrees. */
    public boolean sideways() {
        return orientation >= 5;
    }

    PhotoInfo withOrientation(int way) {
        return new PhotoInfo(format, width, height, way, atOnce, scans);
    }
}
