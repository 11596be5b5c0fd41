package dev.atelier.kit.crypto;

import dev.atelier.events.privacy.NotPersonal;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * An encrypted secret as it is stored: {@code v1.<master key id>.<wrapped data key>.<content>}, the last two in
 * base64url.
 *
 * @param text safe to store; cannot be decrypted without the master key
 */
public record SealedSecret(@NotPersonal("encrypted") String text) {
    /** Where the id of the master key begins in the text, counted in characters from 0. */
    public static final int KEY_ID_AT = 3;

    /** How many characters the id of a master key has. */
    public static final int KEY_ID_LENGTH = 16;

    private static final Pattern FORM = Pattern.compile("v1\\.[0-9a-f]{16}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    public SealedSecret {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a sealed secret");
        }
    }

    static SealedSecret of(String keyId, byte[] wrappedKey, byte[] content) {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return new SealedSecret(
                "v1." + keyId + "." + base64.encodeToString(wrappedKey) + "." + base64.encodeToString(content));
    }

    /** Returns the id of the master key that decrypts it. */
    public String keyId() {
        return part(1);
    }

    byte[] wrappedKey() {
        return Base64.getUrlDecoder().decode(part(2));
    }

    byte[] content() {
        return Base64.getUrlDecoder().decode(part(3));
    }

    private String part(int index) {
        return text.split("\\.", -1)[index];
    }
}
