package dev.atelier.kit.http.loadbalancer;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.client.ClientHttpRequestFactory;

/** Sends what is asked of a service to one of its addresses. */
public final class ServiceLoadBalancer {
    private final Map<String, AddressRotation> services;

    /**
     * Over the addresses of these services.
     *
     * @param passOver how long an address that is away or leaving comes after the others
     */
    public ServiceLoadBalancer(
            List<String> services, Function<String, List<URI>> addresses, Duration passOver, InstantSource time) {
        this.services = services.stream()
                .collect(Collectors.toUnmodifiableMap(
                        service -> service, service -> new AddressRotation(addresses.apply(service), passOver, time)));
    }

    /**
     * What stands for the service's addresses in a request to the factory of {@link #over}.
     *
     * @throws IllegalArgumentException where there is no such service
     */
    public URI address(String service) {
        rotation(service);
        return URI.create("http://" + service);
    }

    /** Makes requests to services' addresses with the given factory; such a request holds its whole body, a file's excepted. */
    public ClientHttpRequestFactory over(ClientHttpRequestFactory requests) {
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
