package dev.atelier.gateway.ratelimit;

import dev.atelier.kit.crypto.Sha256;
import java.util.Arrays;
import java.util.Base64;

/** The digest of an address, a user id or a token that instances exchange: the first 16 bytes of its SHA-256. */
final class KeyDigest {
    private static final int LENGTH = 16;

    private KeyDigest() {}

    static String of(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(Sha256.of(key), LENGTH));
    }
}
