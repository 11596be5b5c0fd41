package dev.atelier.kit.http;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.security.Caller;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** A client for the internal API of one other service. */
public final class InternalClient {
    private final RestClient http;
    private final JsonMapper json;
    private final ResiliencePolicy resiliencePolicy;
    private final RemoteResponseChecker remoteResponseChecker;

    InternalClient(
            RestClient http,
            JsonMapper json,
            ResiliencePolicy resiliencePolicy,
            RemoteResponseChecker remoteResponseChecker) {
        this.http = http;
        this.json = json;
        this.resiliencePolicy = resiliencePolicy;
        this.remoteResponseChecker = remoteResponseChecker;
    }

    /** Sends requests on behalf of a person; the other service checks the rights of that person at that moment. */
    public InternalRequestFactory onBehalfOf(UserId person) {
        return new InternalRequestFactory(this, headers -> headers.set(Caller.ON_BEHALF_OF, person.toString()));
    }

    /** Sends requests as this service itself, on behalf of nobody. */
    public InternalRequestFactory asService() {
        return new InternalRequestFactory(this, headers -> {});
    }

    RestClient http() {
        return http;
    }

    JsonMapper json() {
        return json;
    }

    ResiliencePolicy resilience() {
        return resiliencePolicy;
    }

    RemoteResponseChecker responseChecker() {
        return remoteResponseChecker;
    }
}
