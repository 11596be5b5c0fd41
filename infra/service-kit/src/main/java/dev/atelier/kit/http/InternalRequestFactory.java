package dev.atelier.kit.http;

import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** A person's or the service's own voice towards another service. */
public final class InternalRequestFactory {
    private final InternalClient client;
    private final Consumer<HttpHeaders> who;

    InternalRequestFactory(InternalClient client, Consumer<HttpHeaders> who) {
        this.client = client;
        this.who = who;
    }

    /**
     * Reads; repeated where the other side fails.
     *
     * @param path a template under {@code /internal}, {@code /internal/workspaces/{w}}; values are encoded
     */
    public InternalRequest get(String path, Object... variables) {
        return new InternalRequest(client, who, HttpMethod.GET, path, variables);
    }

    /** Creates; repeated only with an {@link InternalRequest#key idempotency key}. */
    public InternalRequest post(String path, Object... variables) {
        return new InternalRequest(client, who, HttpMethod.POST, path, variables);
    }

    /** Changes; repeated only with an {@link InternalRequest#key idempotency key}. */
    public InternalRequest patch(String path, Object... variables) {
        return new InternalRequest(client, who, HttpMethod.PATCH, path, variables);
    }
}
