package dev.atelier.notification.webhook.network;

import dev.atelier.notification.webhook.WebhookSettings;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Public addresses over https, and what the operator allows beside. An IPv4 address inside an IPv6 one is judged as
 * itself. Source: the IANA registries of special-purpose addresses (RFC 6890).
 */
@Component
public final class AddressPolicy {
    private static final List<Network> SPECIAL_IPV4 = networks(
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
    private static final Network GLOBAL_IPV6 = Network.of("2000::/3");
    private static final List<Network> SPECIAL_IPV6 = networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private final List<Network> allowed;

    AddressPolicy(WebhookSettings settings) {
        this.allowed = networks(settings.allowPrivateNetworks().toArray(String[]::new));
    }

    /** Whether a connection may be made; an unencrypted one only into a network that the operator allows. */
    public boolean permits(InetAddress address, boolean encrypted) {
        return allowed.stream().anyMatch(network -> network.contains(address)) || (encrypted && isPublic(address));
    }

    private static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? SPECIAL_IPV4.stream().noneMatch(network -> network.contains(address))
                : GLOBAL_IPV6.contains(address)
                        && SPECIAL_IPV6.stream().noneMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }
}
