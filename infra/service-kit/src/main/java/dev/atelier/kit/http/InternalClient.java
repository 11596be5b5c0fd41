package dev.atelier.kit.http;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.security.Caller;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** One other service. */
public final class InternalClient {
    private final RestClient http;
    private final JsonMapper json;
    private final Patience patience;
    private final Answers answers;

    InternalClient(RestClient http, JsonMapper json, Patience patience, Answers answers) {
        this.http = http;
        this.json = json;
        this.patience = patience;
        this.answers = answers;
    }

    /** Asks for a person, whose rights the other service checks at that moment. */
    public Asking onBehalfOf(UserId person) {
        return new Asking(this, headers -> headers.set(Caller.ON_BEHALF_OF, person.toString()));
    }

    /** Asks as this service, for nobody. */
    public Asking asItself() {
        return new Asking(this, headers -> {});
    }

    RestClient http() {
        return http;
    }

    JsonMapper json() {
        return json;
    }

    Patience patience() {
        return patience;
    }

    Answers answers() {
        return answers;
    }
}
