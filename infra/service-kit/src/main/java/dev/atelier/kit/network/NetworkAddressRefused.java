package dev.atelier.kit.network;

import java.net.UnknownHostException;

/** The policy does not permit a connection to this address; nothing was sent. */
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

    /** Whether the address is public and was refused only because the connection would not use TLS. */
    public boolean encryptionMissing() {
        return encryptionMissing;
    }
}
