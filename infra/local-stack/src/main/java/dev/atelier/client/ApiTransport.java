package dev.atelier.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Sends HTTP requests to the gateway. */
public final class ApiTransport {
    /** Longer than the gateway's own time-out, so that the gateway gives up first. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public ApiTransport(URI address) {
        this.address = address;
    }

    /** Sends one request; a body that is neither null, text nor bytes is written as JSON. */
    public ApiClientResponse exchange(String method, String path, @Nullable Object body, Map<String, String> headers) {
        var request = request(path, headers).timeout(PATIENCE);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else if (body instanceof byte[] bytes) {
            request.method(method, BodyPublishers.ofByteArray(bytes));
        } else {
            var text = body instanceof String raw ? raw : JsonMapper.shared().writeValueAsString(body);
            request.method(method, BodyPublishers.ofString(text));
            if (!headers.containsKey("Content-Type")) {
                request.header("Content-Type", "application/json");
            }
        }
        var response = send(request.build(), BodyHandlers.ofString());
        return new ApiClientResponse(method + " " + path, response.statusCode(), response.headers(), response.body());
    }

    /** Opens a stream of server-sent events and returns its lines as they arrive; closing the stream disconnects. */
    Stream<String> stream(String path, Map<String, String> headers) {
        var response = send(request(path, headers).build(), BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("GET " + path + " answered " + response.statusCode());
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(address.resolve(path));
        headers.forEach(request::header);
        return request;
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new IllegalStateException(request.method() + " " + request.uri() + " got no response: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
