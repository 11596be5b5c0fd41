package dev.atelier.notification;

import dev.atelier.events.id.TypedIdModule;
import dev.atelier.events.id.UserId;
import dev.atelier.testkit.tokens.TestTokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A user who calls the service. */
record TestUser(RestClient http, UserId id, Map<String, String> headers) {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new TypedIdModule()).build();

    static TestUser of(RestClient http, UserId id) {
        return new TestUser(http, id, Map.of("Authorization", TestTokens.bearer(TestTokens.of(id))));
    }

    TestUser with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new TestUser(http, id, Map.copyOf(more));
    }

    TestResponse get(String path) {
        return send(HttpMethod.GET, path, null);
    }

    TestResponse post(String path, @Nullable Object body) {
        return send(HttpMethod.POST, path, body);
    }

    TestResponse delete(String path) {
        return send(HttpMethod.DELETE, path, null);
    }

    TestResponse patch(String path, String etag, Object body) {
        return with("If-Match", etag).send(HttpMethod.PATCH, path, body);
    }

    /** A string body is sent as it is. */
    TestResponse send(HttpMethod method, String path, @Nullable Object body) {
        var request = http.method(method).uri(URI.create(path));
        headers.forEach(request::header);
        if (body != null) {
            request.header("Content-Type", "application/json")
                    .body(body instanceof String text ? text : JSON.writeValueAsString(body));
        }
        return request.exchange((sent, response) -> {
            var text = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
            return new TestResponse(response.getStatusCode().value(), response.getHeaders(), json(text), text);
        });
    }

    private static JsonNode json(String text) {
        return text.startsWith("{") ? JSON.readTree(text) : MissingNode.getInstance();
    }
}
