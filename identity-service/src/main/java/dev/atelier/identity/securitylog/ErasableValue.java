package dev.atelier.identity.securitylog;

import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import dev.atelier.kit.crypto.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A personal part of an entry. The chain covers only its digest: after value and salt are erased, the digest reveals
 * nobody and the chain is still intact.
 *
 * @param value an account's id, or a network; null after its erasure
 * @param salt 128 random bits, in hexadecimal; erased with the value
 * @param digest SHA-256 of salt and value, in hexadecimal
 */
record ErasableValue(
        @Nullable @PersonalData(
                category = Category.ACTIVITY,
                purpose = "shows misuse of accounts, and who did what with special rights",
                basis = Basis.LEGITIMATE_INTEREST,
                retention = "365 days, or as set")
        String value,

        @Nullable @NotPersonal("random") String salt,

        @NotPersonal("a hash, with its salt to be forgotten")
        String digest) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    /** Returns null for null. */
    static @Nullable ErasableValue of(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        var bytes = new byte[SALT_BYTES];
        RANDOM.nextBytes(bytes);
        var salt = HexFormat.of().formatHex(bytes);
        return new ErasableValue(value.toString(), salt, digest(salt, value.toString()));
    }

    /** Whether the value matches the digest, or was erased together with its salt. */
    boolean matchesDigest() {
        if (value == null || salt == null) {
            return value == null && salt == null;
        }
        return digest.equals(digest(salt, value));
    }

    private static String digest(String salt, String value) {
        return Sha256.hex(salt + "\n" + value);
    }
}
