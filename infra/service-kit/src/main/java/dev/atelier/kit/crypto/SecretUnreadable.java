package dev.atelier.kit.crypto;

/** A secret that this installation's master keys do not open, or that was changed or moved. */
public final class SecretUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    SecretUnreadable(String why) {
        super(why);
    }
}
