package dev.atelier.kit.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Signs short data that leaves the system and comes back unchanged: base64url of the payload and its HMAC-SHA256. The
 * keys are derived from the installation's master keys, separately for each use. After a rotation, data that earlier
 * keys signed can still be read. Source: RFC 5869 (HKDF), RFC 2104 (HMAC).
 */
public final class PayloadSigner {
    private static final String MAC = "HmacSHA256";

    private final List<SecretKey> keys;

    /**
     * Creates a signer for one use.
     *
     * @param use its name, which must never change, such as {@code atelier/invitation-link/1}
     * @param masterKeys 32 bytes each; the first one signs, all of them verify
     */
    public PayloadSigner(String use, Collection<byte[]> masterKeys) {
        this.keys = masterKeys.stream().map(master -> derive(master, use)).toList();
    }

    public String sign(byte[] payload) {
        var mac = mac(keys.getFirst(), payload);
        var signed =
                ByteBuffer.allocate(payload.length + mac.length).put(payload).put(mac);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed.array());
    }

    /** Returns the payload of that many bytes; empty where none of the keys signed it. */
    public Optional<ByteBuffer> verify(String text, int length) {
        var signed = decoded(text);
        if (signed.length <= length) {
            return Optional.empty();
        }
        var payload = Arrays.copyOf(signed, length);
        var mac = Arrays.copyOfRange(signed, length, signed.length);
        return keys.stream().anyMatch(key -> MessageDigest.isEqual(mac, mac(key, payload)))
                ? Optional.of(ByteBuffer.wrap(payload))
                : Optional.empty();
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static SecretKey derive(byte[] master, String use) {
        try {
            var info = use.getBytes(StandardCharsets.UTF_8);
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(MAC, HKDFParameterSpec.ofExtract().addIKM(master).thenExpand(info, 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK from 25 on has HKDF", e);
        }
    }

    private static byte[] mac(SecretKey key, byte[] payload) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(payload);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }
}
