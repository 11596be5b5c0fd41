package dev.atelier.kit.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The other services, ready to be asked. */
public final class InternalClientFactory {
    private final Map<String, InternalClient> clients = new ConcurrentHashMap<>();
    private final Function<String, InternalClient> make;

    InternalClientFactory(Function<String, InternalClient> make) {
        this.make = make;
    }

    /** The service of that name, {@code workspace-service}. */
    public InternalClient to(String service) {
        return clients.computeIfAbsent(service, make);
    }
}
