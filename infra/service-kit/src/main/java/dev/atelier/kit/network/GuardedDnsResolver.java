package dev.atelier.kit.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up for Apache's HTTP client, which connects to the addresses it gets here and looks up nothing else: what was
 * checked is what is connected to. One address that is not permitted condemns the name.
 *
 * @param encrypted whether the client speaks TLS; unencrypted it reaches only what the operator allows
 */
public record GuardedDnsResolver(NetworkAddressPolicy policy, boolean encrypted) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var found = InetAddress.getAllByName(host);
        for (var address : found) {
            policy.check(address, encrypted);
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
