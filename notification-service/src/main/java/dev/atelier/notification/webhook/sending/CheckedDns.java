package dev.atelier.notification.webhook.sending;

import dev.atelier.kit.network.AddressPolicy;
import dev.atelier.kit.network.AddressRefused;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up for the HTTP client, which connects to the addresses it gets here and looks up nothing else: what was
 * checked is what is connected to. One address that is not permitted condemns the name.
 */
record CheckedDns(AddressPolicy policy, boolean encrypted) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var found = InetAddress.getAllByName(host);
        if (!Arrays.stream(found).allMatch(address -> policy.permits(address, encrypted))) {
            throw new AddressRefused();
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
