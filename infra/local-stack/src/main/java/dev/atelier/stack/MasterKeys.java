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
 * An installation's master keys: the first seals, all open. There are several only while the key is being changed.
 *
 * @param keys 32 bytes in base64 each, the current one first
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

    /** The keys of the setting {@code ATELIER_MASTER_KEY}, separated by commas. */
    static MasterKeys parse(String setting) {
        return new MasterKeys(
                Arrays.stream(setting.split(",", -1)).map(String::strip).toList());
    }

    static MasterKeys ofNewKey() {
        return new MasterKeys(List.of(newKey()));
    }

    /** Whether a change has begun and not been finished. */
    public boolean rotating() {
        return keys.size() > 1;
    }

    /** With a new key before these. */
    public MasterKeys withNewKey() {
        var all = new ArrayList<>(keys);
        all.addFirst(newKey());
        return new MasterKeys(all);
    }

    /** Without the earlier ones. */
    public MasterKeys currentAlone() {
        return new MasterKeys(List.of(keys.getFirst()));
    }

    /** How services name the current key: the beginning of its SHA-256. */
    public String currentKeyId() {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(keys.getFirst()));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** As {@code ATELIER_MASTER_KEY} takes them. */
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

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "MasterKeys";
    }
}
