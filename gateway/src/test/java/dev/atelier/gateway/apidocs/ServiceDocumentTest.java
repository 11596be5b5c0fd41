package dev.atelier.gateway.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documents that clients are generated from. */
class ServiceDocumentTest {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "identity-service",
                "workspace-service",
                "agent-run-service",
                "report-service",
                "notification-service"
            })
    void eachOperationHasASummaryAnIdAndATag(String service) {
        var operations = operations(JsonMapper.shared().readTree(Path.of("..", service, "openapi.json")))
                .toList();

        assertThat(operations).isNotEmpty().allSatisfy(operation -> {
            var id = operation.path("operationId").asString();
            assertThat(operation.path("summary").asString()).as(id).isNotBlank();
            assertThat(id).matches("[a-z][A-Za-z]+");
            assertThat(operation.at("/tags/0").asString()).as(id).isNotBlank().doesNotContainIgnoringCase("controller");
        });
        assertThat(operations)
                .extracting(operation -> operation.path("operationId").asString())
                .doesNotHaveDuplicates();
    }

    private static Stream<JsonNode> operations(JsonNode document) {
        return document.path("paths")
                .valueStream()
                .flatMap(path -> METHODS.stream().map(path::path).filter(JsonNode::isObject));
    }
}
