package dev.atelier.identity.addresschange;

import dev.atelier.events.id.AddressChangeId;
import dev.atelier.kit.crypto.Sha256;
import dev.atelier.kit.problem.NotFound;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/**
 * The token of a mailed link, base64url: the id of the change (16 bytes) and a secret (32 random bytes) that is not
 * stored.
 */
record AddressChangeToken(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID = 16;
    private static final int LENGTH = ID + 32;

    static AddressChangeToken generate(AddressChangeId change) {
        var secret = new byte[LENGTH - ID];
        RANDOM.nextBytes(secret);
        var bytes = ByteBuffer.allocate(LENGTH)
                .putLong(change.value().getMostSignificantBits())
                .putLong(change.value().getLeastSignificantBits())
                .put(secret);
        return new AddressChangeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()));
    }

    /** Returns the link for the mail. The token follows the {@code #}, so no server logs it. */
    String link(URI publicUrl) {
        return publicUrl.toString().replaceAll("/+$", "") + "/address#token=" + text;
    }

    /**
     * Returns the id of the change.
     *
     * @throws NotFound where the text is not a token
     */
    AddressChangeId change() {
        var bytes = ByteBuffer.wrap(bytes());
        return new AddressChangeId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    /** SHA-256 in hexadecimal: enough for a secret that cannot be guessed. */
    String hash() {
        return Sha256.hex(bytes());
    }

    private byte[] bytes() {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != LENGTH) {
                throw new NotFound();
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    /** Does not contain the secret. */
    @Override
    public String toString() {
        return "LinkToken";
    }
}
