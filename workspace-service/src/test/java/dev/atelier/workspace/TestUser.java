package dev.atelier.workspace;

import dev.atelier.events.id.TypedIdModule;
import dev.atelier.events.id.UserId;
import dev.atelier.testkit.tokens.TestTokens;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A client of the service: a person, or another service on behalf of one. */
record TestUser(RestClient http, UserId id, String email, Map<String, String> headers) {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new TypedIdModule()).build();

    static TestUser person(RestClient http, UserId id, String email) {
        return new TestUser(http, id, email, Map.of("Authorization", TestTokens.bearer(TestTokens.of(id))));
    }

    /** The same person, through another service. */
    TestUser viaService(String service) {
        return new TestUser(
                http,
                id,
                email,
                Map.of("Authorization", TestTokens.bearer(TestTokens.service(service)), "On-Behalf-Of", id.toString()));
    }

    TestUser with(String header, String value) {
        var more = new java.util.HashMap<>(headers);
        more.put(header, value);
        return new TestUser(http, id, email, Map.copyOf(more));
    }

    TestResponse get(String path) {
        return send(HttpMethod.GET, path, null);
    }

    TestResponse post(String path, @Nullable Object body) {
        return send(HttpMethod.POST, path, body);
    }

    TestResponse put(String path, Object body) {
        return send(HttpMethod.PUT, path, body);
    }

    TestResponse delete(String path) {
        return send(HttpMethod.DELETE, path, null);
    }

    TestResponse patch(String path, String etag, Object body) {
        return with("If-Match", etag).send(HttpMethod.PATCH, path, body);
    }

    /** A body that is a string is sent unchanged. */
    TestResponse send(HttpMethod method, String path, @Nullable Object body) {
        var request = http.method(method).uri(java.net.URI.create(path));
        headers.forEach(request::header);
        if (body != null) {
            request.header("Content-Type", "application/json")
                    .body(body instanceof String text ? text : JSON.writeValueAsString(body));
        }
        return request.exchange((sent, response) -> {
            var text = new String(response.getBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return new TestResponse(response.getStatusCode().value(), response.getHeaders(), json(text), text);
        });
    }

    private static JsonNode json(String text) {
        return text.startsWith("{") && text.indexOf('\n') < 0 ? JSON.readTree(text) : MissingNode.getInstance();
    }
}
