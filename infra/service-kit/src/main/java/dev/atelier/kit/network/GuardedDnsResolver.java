package dev.atelier.kit.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves host names for Apache's HTTP client, which connects only to the addresses that this resolver returns; so
 * the checked addresses are the ones that are used. If one address of a host is not permitted, the host is refused.
 *
 * @param encrypted whether the client uses TLS; without TLS it reaches only networks that the operator allows
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
