package dev.atelier.identity.avatar;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The sizes in which pictures are shown. */
enum Side {
    LIST(48),
    CARD(128),
    PAGE(512);

    private final int pixels;

    Side(int pixels) {
        this.pixels = pixels;
    }

    static List<Integer> all() {
        return Arrays.stream(values()).map(side -> side.pixels).toList();
    }

    static Optional<Side> of(int pixels) {
        return Arrays.stream(values()).filter(side -> side.pixels == pixels).findFirst();
    }

    String key() {
        return Integer.toString(pixels);
    }
}
