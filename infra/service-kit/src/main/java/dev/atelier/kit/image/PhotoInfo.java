package dev.atelier.kit.image;

/**
 * What is known of a photo without unpacking it.
 *
 * @param width in pixels, as it is stored
 * @param height in pixels, as it is stored
 * @param orientation how it is to be turned for looking at it: 1 to 8 as in EXIF, 1 for not at all
 * @param atOnce whether all of it must be in memory to see anything of it
 * @param scans how many times a decoder goes over the whole picture; 1 but for JPEG
 */
public record PhotoInfo(PhotoFormat format, int width, int height, int orientation, boolean atOnce, int scans) {
    long pixels() {
        return (long) width * height;
    }

    /** Whether it lies on its side as it is stored. */
    public boolean lies() {
        return orientation >= 5;
    }

    PhotoInfo turned(int way) {
        return new PhotoInfo(format, width, height, way, atOnce, scans);
    }
}
