package dev.atelier.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What generators accept, but clients cannot use. */
class OpenApiDocumentTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    /** Stripe's event, which only Stripe sends; its response has no body. */
    private static final String STRIPE = "createPublicWebhookStripe";

    @ParameterizedTest
    @MethodSource("documents")
    void eachBodyHasASchema(OpenApiDocument document) {
        var without = new ArrayList<String>();
        operations(document).forEach(operation -> {
            var name = operation.path("operationId").asString();
            if (operation.has("requestBody") && !describes(operation.path("requestBody"))) {
                without.add("request of " + name);
            }
            for (var status : List.of("200", "201")) {
                var response = operation.path("responses").path(status);
                if (!response.isMissingNode() && !describes(response)) {
                    without.add("response of " + name);
                }
            }
        });
        without.remove("response of " + STRIPE);

        assertThat(without).isEmpty();
    }

    static List<OpenApiDocument> documents() {
        return OpenApiDocument.ALL;
    }

    private static Stream<JsonNode> operations(OpenApiDocument document) {
        return JsonMapper.shared()
                .readTree(document.file().toFile())
                .path("paths")
                .valueStream()
                .flatMap(path -> path.propertyStream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> operation.getValue()));
    }

    private static boolean describes(JsonNode body) {
        var content = body.path("content");
        return !content.isEmpty()
                && content.valueStream().noneMatch(type -> type.path("schema").isEmpty());
    }
}
