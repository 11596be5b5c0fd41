package dev.atelier.gateway.identity;

import dev.atelier.kit.http.loadbalancer.ServiceLoadBalancer;
import java.time.Duration;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Creates clients of identity-service, balanced over its instances. */
@Component
public class IdentityServiceClientFactory {
    private static final String NAME = "identity-service";

    private final RestClient.Builder http;
    private final CloseableHttpClient upstreamClient;
    private final ServiceLoadBalancer serviceLoadBalancer;

    IdentityServiceClientFactory(
            RestClient.Builder http, CloseableHttpClient upstreamClient, ServiceLoadBalancer serviceLoadBalancer) {
        this.http = http;
        this.upstreamClient = upstreamClient;
        this.serviceLoadBalancer = serviceLoadBalancer;
    }

    /** Creates a client with this timeout. */
    public RestClient within(Duration timeout) {
        var requests = new HttpComponentsClientHttpRequestFactory(upstreamClient);
        requests.setReadTimeout(timeout);
        return http.clone()
                .baseUrl(serviceLoadBalancer.address(NAME))
                .requestFactory(serviceLoadBalancer.requestFactory(requests))
                .build();
    }
}
