package dev.atelier.kit.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Creates clients for the internal APIs of other services. */
public final class InternalClientFactory {
    private final Map<String, InternalClient> clients = new ConcurrentHashMap<>();
    private final Function<String, InternalClient> make;

    InternalClientFactory(Function<String, InternalClient> make) {
        this.make = make;
    }

    /** Returns the client for a service, such as {@code workspace-service}. */
    public InternalClient clientFor(String service) {
        return clients.computeIfAbsent(service, make);
    }
}
