package dev.atelier.kit.http;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.security.Caller;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** One other service. */
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

    /** Asks for a person, whose rights the other service checks at that moment. */
    public InternalRequestFactory onBehalfOf(UserId person) {
        return new InternalRequestFactory(this, headers -> headers.set(Caller.ON_BEHALF_OF, person.toString()));
    }

    /** Asks as this service, for nobody. */
    public InternalRequestFactory asItself() {
        return new InternalRequestFactory(this, headers -> {});
    }

    RestClient http() {
        return http;
    }

    JsonMapper json() {
        return json;
    }

    ResiliencePolicy patience() {
        return resiliencePolicy;
    }

    RemoteResponseChecker answers() {
        return remoteResponseChecker;
    }
}
