package dev.atelier.notification.webhook.sending;

import java.net.UnknownHostException;

/** A name leads to an address that webhooks must not go to; nothing was sent. */
final class AddressRefused extends UnknownHostException {
    private static final long serialVersionUID = 1;

    AddressRefused() {
        super("the address is not public");
    }
}
