package dev.atelier.identity.contact.challenge;

import dev.atelier.kit.crypto.Sha256;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Makes and checks challenges: base64url of a nonce, the end in epoch seconds, the difficulty and their HMAC-SHA256 under
 * a key derived from the installation's master key for this use alone. Nothing is stored until one is solved; checking
 * takes one HMAC and one hash. Source: Dwork and Naor, Pricing via Processing, 1992; RFC 5869; RFC 2104.
 */
@Component
public class Challenges {
    private static final String MAC = "HmacSHA256";
    private static final byte[] PURPOSE = "atelier/contact-challenge/1".getBytes(StandardCharsets.UTF_8);
    private static final int PAYLOAD = 16 + 8 + 4;

    private final ChallengeSettings settings;
    private final List<SecretKey> keys;
    private final Clock clock;

    Challenges(ChallengeSettings settings, Clock clock) {
        this.settings = settings;
        this.keys = settings.masterKeys().stream().map(Challenges::derive).toList();
        this.clock = clock;
    }

    public Challenge next() {
        var nonce = UUID.randomUUID();
        var expires =
                Instant.ofEpochSecond(clock.instant().plus(settings.validity()).getEpochSecond());
        var payload = ByteBuffer.allocate(PAYLOAD)
                .putLong(nonce.getMostSignificantBits())
                .putLong(nonce.getLeastSignificantBits())
                .putLong(expires.getEpochSecond())
                .putInt(settings.difficulty())
                .array();
        var mac = mac(keys.getFirst(), payload);
        var signed = ByteBuffer.allocate(PAYLOAD + mac.length).put(payload).put(mac);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(signed.array());
        return new Challenge(text, settings.difficulty(), expires);
    }

    /**
     * Checks a solution; that it is used once is for {@link SpentChallenges} to see.
     *
     * @return the challenge's nonce and end
     * @throws ChallengeNotSolved where we never gave this challenge, it has run out, or the solution does not solve it
     */
    public Solved check(String challenge, String solution) {
        var solved = read(challenge);
        if (!clock.instant().isBefore(solved.expires())) {
            throw new ChallengeNotSolved();
        }
        if (leadingZeroBits(Sha256.of(challenge + "." + solution)) < solved.difficulty()) {
            throw new ChallengeNotSolved();
        }
        return solved;
    }

    private Solved read(String text) {
        try {
            var signed = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            var payload = new byte[PAYLOAD];
            signed.get(payload);
            var mac = new byte[signed.remaining()];
            signed.get(mac);
            if (keys.stream().noneMatch(key -> MessageDigest.isEqual(mac, mac(key, payload)))) {
                throw new ChallengeNotSolved();
            }
            var fields = ByteBuffer.wrap(payload);
            var nonce = new UUID(fields.getLong(), fields.getLong());
            return new Solved(nonce, Instant.ofEpochSecond(fields.getLong()), fields.getInt());
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new ChallengeNotSolved();
        }
    }

    /** A challenge that was solved in time. */
    public record Solved(UUID nonce, Instant expires, int difficulty) {}

    static int leadingZeroBits(byte[] hash) {
        int bits = 0;
        for (byte next : hash) {
            if (next != 0) {
                return bits + Integer.numberOfLeadingZeros(next & 0xff) - 24;
            }
            bits += 8;
        }
        return bits;
    }

    private static SecretKey derive(byte[] master) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(MAC, HKDFParameterSpec.ofExtract().addIKM(master).thenExpand(PURPOSE, 32));
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
