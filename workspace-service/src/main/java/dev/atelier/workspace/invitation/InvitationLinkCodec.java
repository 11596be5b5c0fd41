package dev.atelier.workspace.invitation;

import dev.atelier.events.id.InvitationId;
import dev.atelier.kit.crypto.PayloadSigner;
import dev.atelier.kit.problem.NotFound;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Writes and reads the tokens of invitation links: base64url of invitation id, nonce and their HMAC-SHA256. The key is
 * derived from the installation's master key for this use only; after a rotation, tokens of the earlier keys stay
 * valid. Source: RFC 5869 (HKDF), RFC 2104 (HMAC).
 */
@Component
public class InvitationLinkCodec {
    private static final String USE = "atelier/invitation-link/1";
    private static final int PAYLOAD = 32;

    private final InvitationLinkSettings settings;
    private final PayloadSigner signed;

    InvitationLinkCodec(InvitationLinkSettings settings) {
        this.settings = settings;
        this.signed = new PayloadSigner(USE, settings.masterKeys());
    }

    /** Returns the link for a mail. The token follows the {@code #}, so that it appears in no server log. */
    public String link(InvitationToken token) {
        return settings.publicUrl().toString().replaceAll("/+$", "") + "/invitations#token=" + write(token);
    }

    public String write(InvitationToken token) {
        var payload = ByteBuffer.allocate(PAYLOAD);
        put(payload, token.invitation().value());
        put(payload, token.nonce());
        return signed.sign(payload.array());
    }

    /**
     * Reads a token.
     *
     * @throws NotFound if this installation did not issue it
     */
    public InvitationToken read(String text) {
        var fields = signed.verify(text, PAYLOAD).orElseThrow(NotFound::new);
        return new InvitationToken(new InvitationId(uuid(fields)), uuid(fields));
    }

    private static void put(ByteBuffer buffer, UUID value) {
        buffer.putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer buffer) {
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
