package dev.atelier.gateway.identity;

import dev.atelier.kit.http.balance.Balancing;
import java.time.Duration;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** The instances of identity-service, each in its turn. */
@Component
public class IdentityService {
    private static final String NAME = "identity-service";

    private final RestClient.Builder http;
    private final CloseableHttpClient upstreamClient;
    private final Balancing balancing;

    IdentityService(RestClient.Builder http, CloseableHttpClient upstreamClient, Balancing balancing) {
        this.http = http;
        this.upstreamClient = upstreamClient;
        this.balancing = balancing;
    }

    /** A client that waits so long for an answer. */
    public RestClient within(Duration timeout) {
        var requests = new HttpComponentsClientHttpRequestFactory(upstreamClient);
        requests.setReadTimeout(timeout);
        return http.clone()
                .baseUrl(balancing.address(NAME))
                .requestFactory(balancing.over(requests))
                .build();
    }
}
