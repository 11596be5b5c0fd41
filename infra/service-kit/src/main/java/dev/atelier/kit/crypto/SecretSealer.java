package dev.atelier.kit.crypto;

import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts and decrypts stored secrets. Each secret has its own data key, which the master key wraps, so that a
 * rotation re-wraps data keys and never changes contents.
 */
public final class SecretSealer {
    private static final int KEY_BYTES = 32;

    private final MasterKeyRing masters;

    SecretSealer(MasterKeyRing masters) {
        this.masters = masters;
    }

    /**
     * Creates a sealer with the installation's keys.
     *
     * @param masterKey one or more keys of 32 bytes in base64, separated by commas, the current one first
     */
    public static SecretSealer of(String masterKey) {
        return new SecretSealer(new MasterKeyRing(masterKey));
    }

    /**
     * Encrypts a secret for storage.
     *
     * @param context where the secret is stored, such as {@code model-connections/<id>}: it can be decrypted only with
     *     the same context
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
     * Decrypts a secret. Keep the result in memory as short as possible and never log it.
     *
     * @throws SecretUnreadable where it was changed, moved, or sealed with a master key that is not configured any more
     */
    public String open(SealedSecret sealed, String context) {
        var where = bytes(context);
        return new String(AesGcm.decrypt(key(dataKey(sealed, where)), sealed.content(), where), StandardCharsets.UTF_8);
    }

    /** Returns the id of the master key that encrypts new secrets, 16 characters. */
    public String currentKeyId() {
        return masters.current().getKey();
    }

    /** Whether the secret was sealed with another master key than the current one. */
    public boolean isOutdated(SealedSecret sealed) {
        return !sealed.keyId().equals(masters.current().getKey());
    }

    /** Wraps the data key of the secret with the current master key. */
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
