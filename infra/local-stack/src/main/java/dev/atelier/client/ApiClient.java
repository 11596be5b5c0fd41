package dev.atelier.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sends API requests through the gateway as one user, signed in or not. */
public final class ApiClient {
    private final String name;
    private final ApiTransport apiTransport;
    private final Supplier<@Nullable String> token;

    /**
     * Sends an access token with each request.
     *
     * @param token supplies a valid access token, or null for requests without a token
     */
    public ApiClient(String name, ApiTransport apiTransport, Supplier<@Nullable String> token) {
        this.name = name;
        this.apiTransport = apiTransport;
        this.token = token;
    }

    public String name() {
        return name;
    }

    /** Returns the access token for requests that are sent by other means; null if this client has none. */
    public @Nullable String token() {
        return token.get();
    }

    public ApiClientResponse get(String path) {
        return request("GET", path, null, Map.of());
    }

    public ApiClientResponse post(String path, Object body) {
        return request("POST", path, body, Map.of());
    }

    /** Sends a {@code POST} with a new {@code Idempotency-Key}. */
    public ApiClientResponse postOnce(String path, Object body) {
        return postOnce(path, body, UUID.randomUUID().toString());
    }

    public ApiClientResponse postOnce(String path, Object body, String key) {
        return request("POST", path, body, Map.of("Idempotency-Key", key));
    }

    /** Uploads a file to an action. */
    public ApiClientResponse upload(String action, String name, byte[] content) {
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        var headers = Map.of(
                "Content-Type",
                "application/octet-stream",
                "Content-Disposition",
                "attachment; filename*=UTF-8''" + encoded);
        return request("POST", action + "/attachments", content, headers);
    }

    /** Sends a {@code PATCH} with {@code If-Match}. */
    public ApiClientResponse patch(String path, Object body, String etag) {
        return request("PATCH", path, body, Map.of("If-Match", etag));
    }

    public ApiClientResponse delete(String path) {
        return request("DELETE", path, null, Map.of());
    }

    public ApiClientResponse request(String method, String path, @Nullable Object body, Map<String, String> headers) {
        return apiTransport.exchange(method, path, body, signed(headers));
    }

    /** Opens an event stream and returns its lines, after the event with the given id if there is one. */
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
