package dev.atelier.identity.keycloak;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Shortens network addresses, so that they no longer identify one household: 24 bits of IPv4, 48 of IPv6. */
final class NetworkPrefix {
    private NetworkPrefix() {}

    /** Returns CIDR notation, {@code 203.0.113.0/24}; null for text that is no address. Does not resolve names. */
    static @Nullable String of(@Nullable String address) {
        if (address == null) {
            return null;
        }
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            int bits = bytes.length == 4 ? 24 : 48;
            Arrays.fill(bytes, bits / 8, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + bits;
        } catch (IllegalArgumentException | UnknownHostException e) {
            return null;
        }
    }
}
