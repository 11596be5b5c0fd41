package dev.atelier.kit.crypto;

import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets for storage. Each has a data key of its own, wrapped by the master key, so that a rotation re-wraps
 * keys and never touches contents.
 */
public final class SecretSealer {
    private static final int KEY_BYTES = 32;

    private final MasterKeyRing masters;

    SecretSealer(MasterKeyRing masters) {
        this.masters = masters;
    }

    /**
     * With the installation's keys.
     *
     * @param masterKey one or more keys of 32 bytes in base64, separated by commas, the current one first
     */
    public static SecretSealer of(String masterKey) {
        return new SecretSealer(new MasterKeyRing(masterKey));
    }

    /**
     * Makes a secret storable.
     *
     * @param context where it belongs, {@code model-connections/<id>}: it opens nowhere else
     */
    public SealedSecret seal(String secret, String context) {
        var where = bytes(context);
        var dataKey = AesGcm.random(KEY_BYTES);
        var master = masters.current();
        return SealedSecret.of(
                master.getKey(),
                AesGcm.encrypt(master.getValue(), dataKey, where),
                AesGcm.encrypt(key(dataKey), bytes(secret), where));
    }

    /**
     * Reads a secret; keep the result as short as possible, and out of logs.
     *
     * @throws SecretUnreadable where it was changed, moved, or sealed with a master key that is gone
     */
    public String open(SealedSecret sealed, String context) {
        var where = bytes(context);
        return new String(AesGcm.decrypt(key(dataKey(sealed, where)), sealed.content(), where), StandardCharsets.UTF_8);
    }

    /** The id of the master key that new secrets are sealed with, 16 characters. */
    public String currentKeyId() {
        return masters.current().getKey();
    }

    /** Whether the current master key is not the one that it was sealed with. */
    public boolean outdated(SealedSecret sealed) {
        return !sealed.keyId().equals(masters.current().getKey());
    }

    /** The same secret under the current master key. */
    public SealedSecret rewrap(SealedSecret sealed, String context) {
        var where = bytes(context);
        var master = masters.current();
        return SealedSecret.of(
                master.getKey(), AesGcm.encrypt(master.getValue(), dataKey(sealed, where), where), sealed.content());
    }

    private byte[] dataKey(SealedSecret sealed, byte[] where) {
        return AesGcm.decrypt(masters.of(sealed.keyId()), sealed.wrappedKey(), where);
    }

    private static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
