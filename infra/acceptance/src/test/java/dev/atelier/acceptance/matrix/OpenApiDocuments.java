package dev.atelier.acceptance.matrix;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The checked-in OpenAPI documents of the services. */
final class OpenApiDocuments {
    private static final Path ROOT = Path.of("..", "..");
    private static final List<String> SERVICES = List.of(
            "identity-service", "workspace-service", "agent-run-service", "report-service", "notification-service");
    private static final String FOR_THE_GATEWAY = "/api/public/service-account-tokens";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private OpenApiDocuments() {}

    /**
     * Returns every public route; neither {@code /internal} nor the routes that only the gateway calls are included.
     */
    static List<OpenApiOperation> operations() {
        var operations = new ArrayList<OpenApiOperation>();
        for (var service : SERVICES) {
            var document = JsonMapper.shared().readTree(ROOT.resolve(service).resolve("openapi.json"));
            for (var path : document.path("paths").properties()) {
                if (!path.getKey().startsWith("/internal") && !path.getKey().equals(FOR_THE_GATEWAY)) {
                    addOperations(service, document, path, operations);
                }
            }
        }
        return operations;
    }

    private static void addOperations(
            String service, JsonNode document, Map.Entry<String, JsonNode> path, List<OpenApiOperation> operations) {
        for (var method : path.getValue().properties()) {
            if (METHODS.contains(method.getKey())) {
                operations.add(new OpenApiOperation(
                        service,
                        method.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        body(document, method.getValue()),
                        headers(method.getValue()),
                        query(document, method.getValue()),
                        method.getValue().path("responses")));
            }
        }
    }

    private static @Nullable JsonNode body(JsonNode document, JsonNode operation) {
        var schema = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return schema.isMissingNode() ? null : resolve(document, schema);
    }

    private static Map<String, JsonNode> headers(JsonNode operation) {
        var headers = new LinkedHashMap<String, JsonNode>();
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("in").asString("").equals("header")
                    && parameter.path("required").asBoolean(false)) {
                headers.put(parameter.path("name").asString(), parameter.path("schema"));
            }
        }
        return headers;
    }

    private static Map<String, JsonNode> query(JsonNode document, JsonNode operation) {
        var query = new LinkedHashMap<String, JsonNode>();
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("in").asString("").equals("query")) {
                query.put(parameter.path("name").asString(), resolve(document, parameter.path("schema")));
            }
        }
        return query;
    }

    /** Resolves references, also in properties and items; a nullable alternative is resolved to its non-null schema. */
    private static JsonNode resolve(JsonNode document, JsonNode schema) {
        if (schema.has("anyOf")) {
            return resolve(document, schema.path("anyOf").path(0));
        }
        var reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return resolve(document, document.at(reference.substring(1)));
        }
        var copy = schema.deepCopy();
        if (copy.path("properties") instanceof tools.jackson.databind.node.ObjectNode properties) {
            for (var property : List.copyOf(properties.propertyNames())) {
                properties.set(property, resolve(document, properties.path(property)));
            }
        }
        if (copy instanceof tools.jackson.databind.node.ObjectNode object && object.has("items")) {
            object.set("items", resolve(document, object.path("items")));
        }
        return copy;
    }
}
