package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** A response of the service. */
record TestResponse(int status, HttpHeaders headers, JsonNode json, String text) {
    /** Fails with the whole response if the status is another one. */
    TestResponse expect(int expected) {
        assertThat(status).as(text).isEqualTo(expected);
        return this;
    }

    /** Fails if the response is not this problem. */
    TestResponse expectProblem(int expected, String fact) {
        expect(expected);
        assertThat(json.path("type").asString("")).as(text).isEqualTo("urn:atelier:problem:" + fact);
        return this;
    }

    String get(String field) {
        return json.path(field).asString("");
    }

    String id() {
        return get("id");
    }

    List<String> items(String field) {
        return json.path("items")
                .valueStream()
                .map(item -> item.path(field).asString(""))
                .toList();
    }

    /** Returns the fields that are reported as invalid. */
    List<String> errors() {
        return json.path("errors")
                .valueStream()
                .map(error -> error.path("field").asString(""))
                .toList();
    }

    String etag() {
        return Objects.requireNonNull(headers.getETag(), "no ETag");
    }

    @Nullable String next() {
        return json.path("next").isNull() ? null : json.path("next").asString();
    }
}
