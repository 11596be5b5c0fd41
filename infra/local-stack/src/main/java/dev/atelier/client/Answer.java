package dev.atelier.client;

import java.net.http.HttpHeaders;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What came back for one request. */
public record Answer(String request, int status, HttpHeaders headers, String body) {
    /** The body as JSON; a missing node where there is none. */
    public JsonNode json() {
        return body.isEmpty() ? MissingNode.getInstance() : JsonMapper.shared().readTree(body);
    }

    /**
     * The text at a path of property names.
     *
     * @throws UnexpectedAnswer where there is none
     */
    public String text(String... path) {
        var node = json();
        for (var name : path) {
            node = node.path(name);
        }
        if (!node.isValueNode()) {
            throw new UnexpectedAnswer(this, "no " + Arrays.toString(path) + " in the answer");
        }
        return node.asString();
    }

    public String etag() {
        return headers.firstValue("ETag").orElseThrow(() -> new UnexpectedAnswer(this, "no ETag"));
    }

    /**
     * This answer, where it has one of these status codes.
     *
     * @throws UnexpectedAnswer where it has another
     */
    public Answer expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
            throw new UnexpectedAnswer(this, "expected " + Arrays.toString(statuses));
        }
        return this;
    }
}
