package dev.atelier.kit.network;

import java.net.UnknownHostException;

/** The address is not one that may be reached like this; nothing was sent. */
public final class NetworkAddressRefused extends UnknownHostException {
    private static final long serialVersionUID = 1;

    private final boolean encryptionMissing;

    private NetworkAddressRefused(String message, boolean encryptionMissing) {
        super(message);
        this.encryptionMissing = encryptionMissing;
    }

    static NetworkAddressRefused notPublic() {
        return new NetworkAddressRefused("the address is not public", false);
    }

    static NetworkAddressRefused notEncrypted() {
        return new NetworkAddressRefused("the address may be reached over TLS only", true);
    }

    /** Whether the address is a public one, which may be reached over TLS. */
    public boolean encryptionMissing() {
        return encryptionMissing;
    }
}
