package dev.atelier.identity.avatar;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Sizes of the stored pictures. */
enum AvatarSize {
    LIST(48),
    CARD(128),
    PAGE(512);

    private final int pixels;

    AvatarSize(int pixels) {
        this.pixels = pixels;
    }

    static List<Integer> all() {
        return Arrays.stream(values()).map(avatarSize -> avatarSize.pixels).toList();
    }

    static Optional<AvatarSize> of(int pixels) {
        return Arrays.stream(values())
                .filter(avatarSize -> avatarSize.pixels == pixels)
                .findFirst();
    }

    String key() {
        return Integer.toString(pixels);
    }
}
