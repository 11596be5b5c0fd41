package dev.atelier.keycloak.admin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shortens a network address so far that it does not identify a household: the first 24 bits of IPv4, 48 of IPv6. */
final class CoarseNetwork {
    /** Only literal addresses are passed to {@link InetAddress}, so that it never resolves a name. */
    private static final Pattern LITERAL = Pattern.compile(
            "(BYTE\\.){3}BYTE|[0-9a-fA-F]*:[0-9a-fA-F:.]*".replace("BYTE", "(25[0-5]|2[0-4]\\d|1?\\d?\\d)"));

    private CoarseNetwork() {}

    /** Returns the network in CIDR notation, {@code 203.0.113.0/24}; null for a text that is not an address. */
    static @Nullable String of(@Nullable String address) {
        if (address == null || !LITERAL.matcher(address).matches()) {
            return null;
        }
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            var bits = bytes.length == 4 ? 24 : 48;
            Arrays.fill(bytes, bits / 8, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + bits;
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
