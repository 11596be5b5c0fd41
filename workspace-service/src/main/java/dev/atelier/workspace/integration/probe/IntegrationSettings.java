package dev.atelier.workspace.integration.probe;

import dev.atelier.kit.network.GuardedDnsResolver;
import dev.atelier.kit.network.NetworkAddressPolicy;
import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of requests to other systems.
 *
 * @param allowPrivateNetworks networks such as {@code 10.0.0.0/8} that are allowed although they are not public;
 *     {@code http} is allowed there too
 * @param timeout the most one probe may take, with all its references; 1 s to 25 s
 */
@ConfigurationProperties("atelier.integrations")
public record IntegrationSettings(
        @DefaultValue List<String> allowPrivateNetworks,
        @DefaultValue("15s") Duration timeout) {
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofSeconds(25);

    public IntegrationSettings {
        allowPrivateNetworks = List.copyOf(allowPrivateNetworks);
        if (timeout.compareTo(LEAST) < 0 || timeout.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "atelier.integrations.timeout must be %s to %s, not %s".formatted(LEAST, MOST, timeout));
        }
        policy(allowPrivateNetworks);
    }

    /**
     * Parses the networks.
     *
     * @throws IllegalArgumentException if one of them is invalid
     */
    private static NetworkAddressPolicy policy(List<String> networks) {
        return new NetworkAddressPolicy(networks);
    }

    /** Creates a client that connects to permitted addresses only, and keeps no state between requests. */
    CloseableHttpClient client(boolean encrypted) {
        var patience = Timeout.of(timeout);
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new GuardedDnsResolver(policy(allowPrivateNetworks), encrypted))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(patience)
                                .setSocketTimeout(patience)
                                .build())
                        .build())
                .setConnectionReuseStrategy((_, _, _) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(patience)
                        .setConnectionRequestTimeout(patience)
                        .build())
                .setUserAgent("Atelier")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }
}
