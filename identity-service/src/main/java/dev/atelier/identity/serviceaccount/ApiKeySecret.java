package dev.atelier.identity.serviceaccount;

import dev.atelier.kit.crypto.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret that an API client sends: {@code atk_} and 32 random bytes in base64url. Only its hash is stored. */
public record ApiKeySecret(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "atk_";
    private static final int BYTES = 32;
    private static final int SHOWN = 4;

    static ApiKeySecret generate() {
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new ApiKeySecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** SHA-256 in hexadecimal: enough for a secret that cannot be guessed. */
    String hash() {
        return Sha256.hex(text);
    }

    String lastFour() {
        return text.substring(text.length() - SHOWN);
    }

    /** Does not contain the secret. */
    @Override
    public String toString() {
        return "KeySecret";
    }
}
