package dev.atelier.acceptance.matrix;

import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiClientResponse;
import dev.atelier.fuzz.PathVariableBindings;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends an operation as a client, with every required header. */
final class OperationSender {
    private OperationSender() {}

    static ApiClientResponse send(ApiClient apiClient, OpenApiOperation operation, PathVariableBindings bindings) {
        var body = operation.body() == null
                ? null
                : RequestBodyGenerator.fitting(operation.body()).toString();
        return send(apiClient, operation, bindings, body);
    }

    static ApiClientResponse send(
            ApiClient apiClient, OpenApiOperation operation, PathVariableBindings bindings, @Nullable String body) {
        return apiClient.request(operation.method(), bindings.fill(operation.path()), body, headers(operation));
    }

    /** Sends the operation with a query. */
    static ApiClientResponse get(
            ApiClient apiClient, OpenApiOperation operation, PathVariableBindings bindings, String query) {
        return apiClient.request("GET", bindings.fill(operation.path()) + "?" + query, null, headers(operation));
    }

    private static Map<String, String> headers(OpenApiOperation operation) {
        var headers = new HashMap<String, String>();
        for (var name : operation.headers().keySet()) {
            switch (name) {
                case "If-Match" -> headers.put(name, "\"1\"");
                case "Idempotency-Key" -> headers.put(name, UUID.randomUUID().toString());
                case "Content-Disposition" -> headers.put(name, "attachment; filename=\"plan.txt\"");
                default -> throw new IllegalStateException("say in Asking what " + name + " is");
            }
        }
        return headers;
    }
}
