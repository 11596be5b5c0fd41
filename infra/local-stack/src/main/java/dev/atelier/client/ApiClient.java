package dev.atelier.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody at the gateway, signed in or not. */
public final class ApiClient {
    private final String name;
    private final ApiTransport apiTransport;
    private final Supplier<@Nullable String> token;

    /**
     * Somebody who shows a token with each request.
     *
     * @param token gives an access token that is valid now, or null for somebody who is not signed in
     */
    public ApiClient(String name, ApiTransport apiTransport, Supplier<@Nullable String> token) {
        this.name = name;
        this.apiTransport = apiTransport;
        this.token = token;
    }

    public String name() {
        return name;
    }

    /** What is shown with a request now, for who asks by other means; null for somebody who is not signed in. */
    public @Nullable String token() {
        return token.get();
    }

    public ApiClientResponse get(String path) {
        return ask("GET", path, null, Map.of());
    }

    public ApiClientResponse post(String path, Object body) {
        return ask("POST", path, body, Map.of());
    }

    /** A request that starts or sends something, under a key of its own. */
    public ApiClientResponse postOnce(String path, Object body) {
        return postOnce(path, body, UUID.randomUUID().toString());
    }

    public ApiClientResponse postOnce(String path, Object body, String key) {
        return ask("POST", path, body, Map.of("Idempotency-Key", key));
    }

    /** Sends a file to a work item. */
    public ApiClientResponse upload(String action, String name, byte[] content) {
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        var headers = Map.of(
                "Content-Type",
                "application/octet-stream",
                "Content-Disposition",
                "attachment; filename*=UTF-8''" + encoded);
        return ask("POST", action + "/files", content, headers);
    }

    /** Changes what was read with this tag. */
    public ApiClientResponse patch(String path, Object body, String etag) {
        return ask("PATCH", path, body, Map.of("If-Match", etag));
    }

    public ApiClientResponse delete(String path) {
        return ask("DELETE", path, null, Map.of());
    }

    public ApiClientResponse ask(String method, String path, @Nullable Object body, Map<String, String> headers) {
        return apiTransport.ask(method, path, body, signed(headers));
    }

    /** The lines of an event stream, from after an event id where one is given. */
    public Stream<String> stream(String path, @Nullable String lastEventId) {
        return apiTransport.stream(path, signed(lastEventId == null ? Map.of() : Map.of("Last-Event-ID", lastEventId)));
    }

    private Map<String, String> signed(Map<String, String> headers) {
        var all = new HashMap<>(headers);
        var shown = token.get();
        if (shown != null) {
            all.put("Authorization", "Bearer " + shown);
        }
        return all;
    }
}
