package dev.atelier.kit.network;

import java.net.UnknownHostException;

/** The address is not one that may be reached; nothing was sent. */
public final class AddressRefused extends UnknownHostException {
    private static final long serialVersionUID = 1;

    public AddressRefused() {
        super("the address is not public");
    }
}
