package dev.atelier.client;

import java.net.http.HttpHeaders;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The response to one request. */
public record ApiClientResponse(String request, int status, HttpHeaders headers, String body) {
    /** Returns the body as JSON, or a missing node if there is none. */
    public JsonNode json() {
        return body.isEmpty() ? MissingNode.getInstance() : JsonMapper.shared().readTree(body);
    }

    /**
     * Returns the text at a path of property names.
     *
     * @throws UnexpectedResponse if there is none
     */
    public String text(String... path) {
        var node = json();
        for (var name : path) {
            node = node.path(name);
        }
        if (!node.isValueNode()) {
            throw new UnexpectedResponse(this, "no " + Arrays.toString(path) + " in the response");
        }
        return node.asString();
    }

    public String etag() {
        return headers.firstValue("ETag").orElseThrow(() -> new UnexpectedResponse(this, "no ETag"));
    }

    /**
     * Returns this response if it has one of these status codes.
     *
     * @throws UnexpectedResponse if it has another one
     */
    public ApiClientResponse expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
            throw new UnexpectedResponse(this, "expected " + Arrays.toString(statuses));
        }
        return this;
    }
}
