package dev.atelier.client;

import java.net.http.HttpHeaders;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What came back for one request. */
public record ApiClientResponse(String request, int status, HttpHeaders headers, String body) {
    /** The body as JSON; a missing node where there is none. */
    public JsonNode json() {
        return body.isEmpty() ? MissingNode.getInstance() : JsonMapper.shared().readTree(body);
    }

    /**
     * The text at a path of property names.
     *
     * @throws UnexpectedResponse where there is none
     */
    public String text(String... path) {
        var node = json();
        for (var name : path) {
            node = node.path(name);
        }
        if (!node.isValueNode()) {
            throw new UnexpectedResponse(this, "no " + Arrays.toString(path) + " in the answer");
        }
        return node.asString();
    }

    public String etag() {
        return headers.firstValue("ETag").orElseThrow(() -> new UnexpectedResponse(this, "no ETag"));
    }

    /**
     * This answer, where it has one of these status codes.
     *
     * @throws UnexpectedResponse where it has another
     */
    public ApiClientResponse expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
            throw new UnexpectedResponse(this, "expected " + Arrays.toString(statuses));
        }
        return this;
    }
}
