package dev.atelier.agentrun;

import dev.atelier.events.id.UuidV7;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HTTP client of one person. */
public record AgentRunClient(String address, String token) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    public TestResponse get(String path) {
        return send("GET", path, null, Map.of());
    }

    public TestResponse post(String path, Object body) {
        return send("POST", path, body, Map.of("Idempotency-Key", UuidV7.next().toString()));
    }

    public TestResponse send(String method, String path, Object body, Map<String, String> headers) {
        var request = request(path, headers);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            var text = body instanceof String raw ? raw : JSON.writeValueAsString(body);
            request.method(method, BodyPublishers.ofString(text)).header("Content-Type", "application/json");
        }
        var answer = exchange(request.build(), BodyHandlers.ofString());
        return new TestResponse(
                answer.statusCode(),
                answer.body(),
                answer.headers().firstValue("ETag").orElse(""),
                answer.headers().firstValue("Location").orElse(""));
    }

    /** Returns the lines of an event stream as they arrive. */
    public Stream<String> stream(String path, Map<String, String> headers) {
        var answer = exchange(
                request(path, headers).header("Accept", "text/event-stream").build(), BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("status " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
        headers.forEach(request::header);
        return request;
    }

    private static <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return CLIENT.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An HTTP response. */
    public record TestResponse(int status, String body, String etag, String location) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String text(String field) {
            return json().path(field).asString("");
        }

        /** Returns this response if it has the status; fails with the body otherwise. */
        public TestResponse expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("status " + status + " where " + wanted + " was due: " + body);
            }
            return this;
        }

        /** Returns the problem's type without its prefix. */
        public String problem() {
            return text("type").replace("urn:atelier:problem:", "");
        }
    }
}
