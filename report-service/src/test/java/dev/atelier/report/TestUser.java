package dev.atelier.report;

import dev.atelier.events.id.UserId;
import dev.atelier.testkit.tokens.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HTTP client of one person. */
record TestUser(RestClient http, UserId id) {
    TestResponse get(String path) {
        return ask(HttpMethod.GET, path, null, Map.of("Authorization", TestTokens.bearer(TestTokens.of(id))));
    }

    /** Sends the same request as notification-service, on behalf of the person. */
    TestResponse getThroughNotifications(String path) {
        return ask(
                HttpMethod.GET,
                path,
                null,
                Map.of(
                        "Authorization",
                        TestTokens.bearer(TestTokens.service("notification-service")),
                        "On-Behalf-Of",
                        id.toString()));
    }

    TestResponse post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    TestResponse post(String path, Object body, String key) {
        return ask(
                HttpMethod.POST,
                path,
                body,
                Map.of("Authorization", TestTokens.bearer(TestTokens.of(id)), "Idempotency-Key", key));
    }

    private TestResponse ask(HttpMethod method, String path, Object body, Map<String, String> headers) {
        var request = http.method(method).uri(java.net.URI.create(path));
        headers.forEach(request::header);
        if (body != null) {
            request.header("Content-Type", "application/json")
                    .body(
                            body instanceof String text
                                    ? text
                                    : JsonMapper.shared().writeValueAsString(body));
        }
        return request.exchange((sent, response) -> new TestResponse(
                response.getStatusCode().value(),
                response.getHeaders(),
                response.getBody().readAllBytes()));
    }

    /** An HTTP response. */
    record TestResponse(int status, HttpHeaders headers, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(bytes);
        }

        String id() {
            return json().path("id").asString();
        }
    }
}
