package dev.atelier.acceptance.matrix;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One route of a service's OpenAPI document.
 *
 * @param path with its variables in braces
 * @param body the schema of its JSON body with resolved references; null if it has none
 * @param headers the header parameters that it requires
 * @param query all its query parameters
 */
record OpenApiOperation(
        String service,
        String method,
        String path,
        @Nullable JsonNode body,
        Map<String, JsonNode> headers,
        Map<String, JsonNode> query,
        JsonNode responses) {

    boolean inWorkspace() {
        return path.startsWith("/api/workspaces/{");
    }

    boolean inProject() {
        return path.contains("/projects/{");
    }

    boolean forOperators() {
        return path.startsWith("/api/operator/");
    }

    /** Whether the route needs no token. */
    boolean isPublic() {
        return path.startsWith("/api/public/");
    }

    boolean documents(int status) {
        return responses.has(Integer.toString(status));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
