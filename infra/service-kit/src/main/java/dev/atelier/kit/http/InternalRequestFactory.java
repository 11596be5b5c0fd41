package dev.atelier.kit.http;

import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Creates requests to one other service, on behalf of a person or as this service. */
public final class InternalRequestFactory {
    private final InternalClient client;
    private final Consumer<HttpHeaders> who;

    InternalRequestFactory(InternalClient client, Consumer<HttpHeaders> who) {
        this.client = client;
        this.who = who;
    }

    /**
     * Creates a GET request; retried where the other service fails.
     *
     * @param path a template such as {@code /internal/workspaces/{w}}; values are encoded
     */
    public InternalRequest get(String path, Object... variables) {
        return new InternalRequest(client, who, HttpMethod.GET, path, variables);
    }

    /** Creates a POST request; retried only with an {@link InternalRequest#idempotencyKey idempotency key}. */
    public InternalRequest post(String path, Object... variables) {
        return new InternalRequest(client, who, HttpMethod.POST, path, variables);
    }

    /** Creates a PATCH request; retried only with an {@link InternalRequest#idempotencyKey idempotency key}. */
    public InternalRequest patch(String path, Object... variables) {
        return new InternalRequest(client, who, HttpMethod.PATCH, path, variables);
    }
}
