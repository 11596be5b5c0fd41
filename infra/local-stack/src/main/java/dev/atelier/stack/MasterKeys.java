package dev.atelier.stack;

import dev.atelier.backing.BackingServiceFailed;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The master keys of an installation. The first one seals, all of them open. There are several only during a rotation.
 *
 * @param keys each 32 bytes in base64, the current one first
 */
public record MasterKeys(List<String> keys) {
    private static final int BYTES = 32;
    private static final int ID_BYTES = 8;

    public MasterKeys {
        keys = List.copyOf(keys);
        if (keys.isEmpty() || !keys.stream().allMatch(MasterKeys::isKey)) {
            throw new BackingServiceFailed("a master key is %d bytes in base64".formatted(BYTES));
        }
    }

    /** Parses the setting {@code ATELIER_MASTER_KEY}, separated by commas. */
    static MasterKeys parse(String setting) {
        return new MasterKeys(
                Arrays.stream(setting.split(",", -1)).map(String::strip).toList());
    }

    static MasterKeys ofNewKey() {
        return new MasterKeys(List.of(newKey()));
    }

    /** Whether a rotation has begun and not ended. */
    public boolean isRotating() {
        return keys.size() > 1;
    }

    /** Returns these keys with a new one before them. */
    public MasterKeys withNewKey() {
        var all = new ArrayList<>(keys);
        all.addFirst(newKey());
        return new MasterKeys(all);
    }

    /** Returns the current key without the earlier ones. */
    public MasterKeys currentAlone() {
        return new MasterKeys(List.of(keys.getFirst()));
    }

    /** Returns the id that services give the current key: the beginning of its SHA-256. */
    public String currentKeyId() {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(keys.getFirst()));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Returns the value of {@code ATELIER_MASTER_KEY}. */
    public String setting() {
        return String.join(",", keys);
    }

    private static String newKey() {
        return Base64.getEncoder().encodeToString(InstallationSecrets.bytes(BYTES));
    }

    private static boolean isKey(String text) {
        try {
            return Base64.getDecoder().decode(text).length == BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Contains no secret, because of logs. */
    @Override
    public String toString() {
        return "MasterKeys";
    }
}
