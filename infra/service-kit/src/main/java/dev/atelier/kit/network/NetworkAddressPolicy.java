package dev.atelier.kit.network;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Permits public addresses over TLS, and every address in the networks that the operator allows. An IPv4-mapped IPv6
 * address is checked as the IPv4 address. Source: the IANA registries of special-purpose addresses (RFC 6890).
 */
public final class NetworkAddressPolicy {
    /** Private and loopback networks. Link-local addresses, where clouds serve instance metadata, are not included. */
    public static final List<String> PRIVATE_NETWORKS = List.of(
            "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7");

    private static final List<CidrRange> SPECIAL_IPV4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");
    private static final CidrRange GLOBAL_IPV6 = CidrRange.of("2000::/3");
    private static final List<CidrRange> SPECIAL_IPV6 =
            networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private final List<CidrRange> allowed;

    /**
     * Creates a policy.
     *
     * @param allowed networks in CIDR notation or single addresses in which everything may be reached
     * @throws IllegalArgumentException where an entry is neither
     */
    public NetworkAddressPolicy(List<String> allowed) {
        this.allowed = networks(allowed.toArray(String[]::new));
    }

    /** Returns a policy that permits public addresses only. */
    public static NetworkAddressPolicy publicOnly() {
        return new NetworkAddressPolicy(List.of());
    }

    /** Whether a connection may be made. Without TLS only networks that the operator allows are permitted. */
    public boolean permits(InetAddress address, boolean encrypted) {
        return isAllowed(address) || (encrypted && isPublic(address));
    }

    /**
     * Fails where {@link #permits} returns false.
     *
     * @throws NetworkAddressRefused which tells whether the address is refused or only a connection without TLS
     */
    public void check(InetAddress address, boolean encrypted) throws NetworkAddressRefused {
        if (!permits(address, encrypted)) {
            throw isPublic(address) ? NetworkAddressRefused.notEncrypted() : NetworkAddressRefused.notPublic();
        }
    }

    private boolean isAllowed(InetAddress address) {
        return allowed.stream().anyMatch(cidrRange -> cidrRange.contains(address));
    }

    private static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? SPECIAL_IPV4.stream().noneMatch(cidrRange -> cidrRange.contains(address))
                : GLOBAL_IPV6.contains(address)
                        && SPECIAL_IPV6.stream().noneMatch(cidrRange -> cidrRange.contains(address));
    }

    private static List<CidrRange> networks(String... texts) {
        return Stream.of(texts).map(CidrRange::of).toList();
    }
}
