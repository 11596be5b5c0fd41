package dev.atelier.kit.crypto;

import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The installation's master keys: the first one encrypts, all of them decrypt. The id of a key is the beginning of its
 * SHA-256 (8 bytes in hexadecimal).
 */
final class MasterKeyRing {
    private static final int BYTES = 32;

    private final Map<String, SecretKey> byId = new LinkedHashMap<>();

    /**
     * Parses the setting.
     *
     * @param setting one or more keys of 32 bytes in base64, separated by commas, the current one first
     */
    MasterKeyRing(String setting) {
        for (var text : setting.split(",", -1)) {
            var key = decode(text.strip());
            byId.put(id(key), new SecretKeySpec(key, "AES"));
        }
    }

    private static byte[] decode(String text) {
        try {
            var key = Base64.getDecoder().decode(text);
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // The exception below does not contain the text, as it may be a key.
        }
        throw new IllegalArgumentException(
                "ATELIER_MASTER_KEY must be 32 bytes in base64 (make one with: openssl rand -base64 32)");
    }

    private static String id(byte[] key) {
        return HexFormat.of().formatHex(Sha256.digest().digest(key), 0, 8);
    }

    Map.Entry<String, SecretKey> current() {
        return byId.entrySet().iterator().next();
    }

    /** Returns all keys, the current one first. */
    List<byte[]> encoded() {
        return byId.values().stream().map(SecretKey::getEncoded).toList();
    }

    SecretKey of(String id) {
        var key = byId.get(id);
        if (key == null) {
            throw new SecretUnreadable("the master key " + id + " is not among ATELIER_MASTER_KEY");
        }
        return key;
    }
}
