package dev.atelier.workspace.invitation.link;

import dev.atelier.events.id.InvitationId;
import dev.atelier.kit.web.NotFound;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Makes and reads the tokens of invitation links: base64url of invitation id, nonce and their HMAC-SHA256. The key is
 * derived from the installation's master key for this use alone; after a rotation links of the earlier keys still open. Source: RFC 5869 (HKDF), RFC 2104 (HMAC).
 */
@Component
public class Links {
    private static final String MAC = "HmacSHA256";
    private static final byte[] PURPOSE = "atelier/invitation-link/1".getBytes(StandardCharsets.UTF_8);
    private static final int PAYLOAD = 32;
    private static final int LENGTH = PAYLOAD + 32;

    private final LinkSettings settings;
    private final List<SecretKey> keys;

    Links(LinkSettings settings) {
        this.settings = settings;
        this.keys = settings.masterKeys().stream().map(Links::derive).toList();
    }

    /** The link of a mail. The token stands behind the {@code #}: it reaches no server's log. */
    public String link(LinkToken token) {
        return settings.publicUrl().toString().replaceAll("/+$", "") + "/invitations#token=" + write(token);
    }

    public String write(LinkToken token) {
        var payload = ByteBuffer.allocate(PAYLOAD);
        put(payload, token.invitation().value());
        put(payload, token.nonce());
        var signed = ByteBuffer.allocate(LENGTH).put(payload.array()).put(mac(keys.getFirst(), payload.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed.array());
    }

    /**
     * Reads a token.
     *
     * @throws NotFound where this installation never made it
     */
    public LinkToken read(String text) {
        try {
            var signed = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            var payload = new byte[PAYLOAD];
            signed.get(payload);
            var mac = new byte[signed.remaining()];
            signed.get(mac);
            if (keys.stream().noneMatch(key -> MessageDigest.isEqual(mac, mac(key, payload)))) {
                throw new NotFound();
            }
            var fields = ByteBuffer.wrap(payload);
            return new LinkToken(new InvitationId(uuid(fields)), uuid(fields));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new NotFound();
        }
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

    private static void put(ByteBuffer buffer, UUID value) {
        buffer.putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer buffer) {
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
