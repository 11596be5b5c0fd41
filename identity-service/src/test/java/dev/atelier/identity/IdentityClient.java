package dev.atelier.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service over HTTP; an empty token makes the calls anonymous. */
public record IdentityClient(int port, String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** A response. */
    public record TestResponse(int status, String eTag, JsonNode body) {
        public String text(String field) {
            return body.path(field).asString();
        }

        /** Returns the last part of the problem's type. */
        public String problem() {
            return text("type").replace("urn:atelier:problem:", "");
        }
    }

    public TestResponse get(String path) {
        return send("GET", path, null, null);
    }

    public TestResponse post(String path) {
        return send("POST", path, null, null);
    }

    public TestResponse delete(String path) {
        return send("DELETE", path, null, null);
    }

    public TestResponse patch(String path, @Nullable String ifMatch, String json) {
        return send("PATCH", path, ifMatch, json);
    }

    public TestResponse send(String method, String path, @Nullable String ifMatch, @Nullable String json) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return answer(request.build());
    }

    private static TestResponse answer(HttpRequest request) {
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            var body = answer.body().isEmpty() ? "{}" : answer.body();
            return new TestResponse(
                    answer.statusCode(),
                    answer.headers().firstValue("ETag").orElse(""),
                    JsonMapper.shared().readTree(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
