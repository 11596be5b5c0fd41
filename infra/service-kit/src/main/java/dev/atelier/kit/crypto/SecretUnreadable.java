package dev.atelier.kit.crypto;

/** A secret that cannot be decrypted with this installation's master keys, or that was changed or moved. */
public final class SecretUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    SecretUnreadable(String why) {
        super(why);
    }
}
