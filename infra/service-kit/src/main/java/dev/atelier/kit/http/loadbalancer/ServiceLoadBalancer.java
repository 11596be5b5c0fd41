package dev.atelier.kit.http.loadbalancer;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.client.ClientHttpRequestFactory;

/** Sends requests for a service to one of its addresses. */
public final class ServiceLoadBalancer {
    private final Map<String, AddressRotation> services;

    /**
     * Balances requests over the addresses of these services.
     *
     * @param passOver how long an address that is unavailable or stopping is tried only after the others
     */
    public ServiceLoadBalancer(
            List<String> services, Function<String, List<URI>> addresses, Duration passOver, InstantSource time) {
        this.services = services.stream()
                .collect(Collectors.toUnmodifiableMap(
                        service -> service, service -> new AddressRotation(addresses.apply(service), passOver, time)));
    }

    /**
     * Returns the placeholder URI for the addresses of a service, for requests of the factory from {@link #requestFactory}.
     *
     * @throws IllegalArgumentException where there is no such service
     */
    public URI address(String service) {
        rotation(service);
        return URI.create("http://" + service);
    }

    /**
     * Returns a factory for load-balanced requests that sends them with the given factory; each request holds its whole
     * body in memory, except for files.
     */
    public ClientHttpRequestFactory requestFactory(ClientHttpRequestFactory requests) {
        return (uri, method) -> new LoadBalancedRequest(requests, rotation(uri.getHost()), uri, method);
    }

    private AddressRotation rotation(String service) {
        var rotation = services.get(service);
        if (rotation == null) {
            throw new IllegalArgumentException("there is no service " + service);
        }
        return rotation;
    }
}
