package dev.atelier.acceptance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.atelier.acceptance.RunningSystem;
import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiClientResponse;
import dev.atelier.fuzz.PathVariableBindings;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Sends every violation of every body's schema and expects the documented response, which names the field. */
class InputValidationMatrixTest {
    private static final int OVER_ONE_MEBIBYTE = 1 << 21;
    private static final List<OpenApiOperation> OPERATIONS = OpenApiDocuments.operations().stream()
            .filter(operation -> operation.body() != null && !operation.forOperators())
            .toList();

    private static ApiClient manager;
    private static PathVariableBindings bindings;

    @BeforeAll
    static void theStoryHasBeenPlayed() {
        var people = RunningSystem.get().neighbours();
        manager = people.workshop().manager().person();
        bindings = PathVariableBindings.of(people.workshop());
    }

    /** Routes with a signed body are excluded: the signature is checked before the content. */
    @TestFactory
    Stream<DynamicContainer> badBodiesAreRefusedNamingTheField() {
        return OPERATIONS.stream()
                .filter(operation -> !operation.path().equals("/api/public/webhooks/stripe"))
                .map(operation -> dynamicContainer(
                        operation.toString(),
                        RequestBodyGenerator.bad(operation.body()).stream()
                                .map(invalidBody -> dynamicTest(invalidBody.toString(), () -> {
                                    var apiClientResponse =
                                            OperationSender.send(manager, operation, bindings, invalidBody.text());
                                    assertThat(apiClientResponse.status())
                                            .as(text(apiClientResponse))
                                            .isEqualTo(400);
                                    assertThat(operation.documents(400)).isTrue();
                                    assertThat(apiClientResponse.text("type"))
                                            .isEqualTo("urn:atelier:problem:invalid-input");
                                    assertThat(invalidBody.field().isEmpty()
                                                    || names(apiClientResponse, invalidBody.field()))
                                            .as("names %s: %s", invalidBody.field(), text(apiClientResponse))
                                            .isTrue();
                                }))));
    }

    @TestFactory
    Stream<DynamicTest> aBodyThatIsTooLargeIsRefused() {
        return OPERATIONS.stream()
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    var apiClientResponse = OperationSender.send(
                            manager, operation, bindings, "{\"x\": \"" + "x".repeat(OVER_ONE_MEBIBYTE) + "\"}");
                    assertThat(apiClientResponse.status())
                            .as(text(apiClientResponse))
                            .isEqualTo(413);
                    assertThat(apiClientResponse.text("type")).isEqualTo("urn:atelier:problem:payload-too-large");
                }));
    }

    @TestFactory
    Stream<DynamicContainer> badParametersAreRefusedNamingThemInNoWordsOfTheImplementation() {
        return reading()
                .filter(operation -> !operation.query().isEmpty())
                .map(operation -> dynamicContainer(
                        operation.toString(),
                        operation.query().entrySet().stream()
                                .map(parameter -> dynamicTest(parameter.getKey(), () -> {
                                    var apiClientResponse = OperationSender.get(
                                            manager, operation, bindings, parameter.getKey() + "=N%C3%A9ant");
                                    assertThat(text(apiClientResponse))
                                            .doesNotContain("java.", "dev.atelier", "Exception");
                                    if (!takesAnyText(parameter.getValue())) {
                                        assertThat(apiClientResponse.status())
                                                .as(text(apiClientResponse))
                                                .isEqualTo(400);
                                        assertThat(apiClientResponse.text("type"))
                                                .isEqualTo("urn:atelier:problem:invalid-input");
                                        assertThat(names(apiClientResponse, parameter.getKey()))
                                                .as(text(apiClientResponse))
                                                .isTrue();
                                    }
                                }))));
    }

    @TestFactory
    Stream<DynamicTest> aParameterThatTheRouteDoesNotKnowIsRefusedByName() {
        return reading()
                .map(operation -> dynamicTest(operation.toString(), () -> {
                    var apiClientResponse = OperationSender.get(manager, operation, bindings, "lmit=3");
                    assertThat(apiClientResponse.status())
                            .as(text(apiClientResponse))
                            .isEqualTo(400);
                    assertThat(apiClientResponse.text("type")).isEqualTo("urn:atelier:problem:unknown-parameter");
                    assertThat(names(apiClientResponse, "lmit"))
                            .as(text(apiClientResponse))
                            .isTrue();
                }));
    }

    /** Returns the routes that respond at once, without event streams. */
    private static Stream<OpenApiOperation> reading() {
        return OpenApiDocuments.operations().stream()
                .filter(operation -> operation.method().equals("GET") && !operation.forOperators());
    }

    private static boolean takesAnyText(JsonNode schema) {
        var item = schema.has("items") ? schema.path("items") : schema;
        return item.path("type").toString().contains("string") && !item.has("enum") && !item.has("format");
    }

    private static boolean names(ApiClientResponse apiClientResponse, String field) {
        return StreamSupport.stream(apiClientResponse.json().path("errors").spliterator(), false)
                .anyMatch(error -> error.path("field").asString("").contains(field));
    }

    private static String text(ApiClientResponse apiClientResponse) {
        return apiClientResponse.request() + " answered " + apiClientResponse.status() + " " + apiClientResponse.json();
    }
}
