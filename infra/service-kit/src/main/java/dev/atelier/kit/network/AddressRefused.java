package dev.atelier.kit.network;

import java.net.UnknownHostException;

/** The address is not one that may be reached like this; nothing was sent. */
public final class AddressRefused extends UnknownHostException {
    private static final long serialVersionUID = 1;

    private final boolean encryptionMissing;

    private AddressRefused(String message, boolean encryptionMissing) {
        super(message);
        this.encryptionMissing = encryptionMissing;
    }

    static AddressRefused notPublic() {
        return new AddressRefused("the address is not public", false);
    }

    static AddressRefused notEncrypted() {
        return new AddressRefused("the address may be reached over TLS only", true);
    }

    /** Whether the address is a public one, which may be reached over TLS. */
    public boolean encryptionMissing() {
        return encryptionMissing;
    }
}
