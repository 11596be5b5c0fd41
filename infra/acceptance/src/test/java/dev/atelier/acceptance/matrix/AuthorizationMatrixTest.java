package dev.atelier.acceptance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.atelier.acceptance.RunningSystem;
import dev.atelier.acceptance.UnauthorizedClients;
import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiClientResponse;
import dev.atelier.client.ApiTransport;
import dev.atelier.fuzz.PathVariableBindings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests to every route of every service by clients who are not allowed to use it. */
class AuthorizationMatrixTest {
    private static final List<OpenApiOperation> OPERATIONS = OpenApiDocuments.operations();

    private static final List<String> SCOPES = List.of(
            "workspace:read",
            "projects:read",
            "projects:write",
            "actions:read",
            "actions:write",
            "agents:read",
            "runs:read",
            "runs:write",
            "reports:read",
            "reports:write");

    private static UnauthorizedClients people;
    private static PathVariableBindings bindings;

    @BeforeAll
    static void theStoryHasBeenPlayed() {
        people = RunningSystem.get().neighbours();
        bindings = PathVariableBindings.of(people.workshop());
    }

    @TestFactory
    Stream<DynamicTest> nobodyGetsInWithoutAToken() {
        return each(operation -> !operation.isPublic(), operation -> {
            var apiClientResponse = OperationSender.send(people.nobody(), operation, bindings);
            assertThat(apiClientResponse.status()).isEqualTo(401);
            assertThat(operation.documents(401)).isTrue();
            assertThat(apiClientResponse.text("type")).isEqualTo("urn:atelier:problem:unauthenticated");
        });
    }

    @TestFactory
    Stream<DynamicTest> aStrangerCannotTellForeignFromUnknown() {
        return each(OpenApiOperation::inWorkspace, operation -> alike(people.stranger(), operation));
    }

    @TestFactory
    Stream<DynamicTest> theManagerOfAnotherWorkspaceCannotTellForeignFromUnknown() {
        return each(OpenApiOperation::inWorkspace, operation -> alike(people.neighbour(), operation));
    }

    @TestFactory
    Stream<DynamicTest> anApiClientOfAnotherWorkspaceFindsNothingWhateverItsScopes() {
        var importer = importerNextDoor();
        return each(
                OpenApiOperation::inWorkspace,
                operation -> assertThat(OperationSender.send(importer, operation, bindings)
                                .status())
                        .isEqualTo(404));
    }

    @TestFactory
    Stream<DynamicTest> whatIsOursIsNotFoundInAnotherWorkspace() {
        return each(operation -> operation.inWorkspace() && operation.path().indexOf('{', 18) > 0, operation -> {
            var theirs = bindings.in(people.neighboursWorkspace());
            var foreign = OperationSender.send(people.neighbour(), operation, theirs);
            var unknown = OperationSender.send(
                    people.neighbour(), operation, bindings.unknown().in(people.neighboursWorkspace()));
            assertRefusedAlike(operation, foreign, unknown);
        });
    }

    @TestFactory
    Stream<DynamicTest> aMemberOutsideTheProjectFindsNothingInIt() {
        return each(OpenApiOperation::inProject, operation -> {
            var outside = OperationSender.send(people.outsideTheProject(), operation, bindings);
            var unknown =
                    OperationSender.send(people.outsideTheProject(), operation, bindings.unknownBelowTheWorkspace());
            assertRefusedAlike(operation, outside, unknown);
        });
    }

    @TestFactory
    Stream<DynamicTest> onlyOperatorsAskOperatorsRoutes() {
        return each(
                OpenApiOperation::forOperators,
                operation -> assertThat(OperationSender.send(people.stranger(), operation, bindings)
                                .status())
                        .isEqualTo(403));
    }

    @TestFactory
    Stream<DynamicTest> theControlWhoeverMayGetsThrough() {
        return each(
                operation -> operation.method().equals("GET")
                        && !operation.forOperators()
                        && bindings.hasValuesFor(operation.path()),
                operation -> assertThat(
                                OperationSender.send(people.workshop().manager().person(), operation, bindings)
                                        .status())
                        .as("the manager asks %s", operation)
                        .isIn(200, 304));
    }

    /** Creates a service account of the other workspace with all scopes. */
    private static ApiClient importerNextDoor() {
        var accounts = "/api/workspaces/" + people.neighboursWorkspace() + "/service-accounts";
        var account = people.neighbour()
                .post(
                        accounts,
                        Map.of(
                                "name",
                                "Importer",
                                "scopes",
                                SCOPES,
                                "expiresAt",
                                Instant.now().plus(Duration.ofDays(30)).toString()))
                .expect(201)
                .text("id");
        var key = people.neighbour()
                .post(accounts + "/" + account + "/keys", Map.of())
                .expect(201)
                .text("key");
        return new ApiClient(
                "Importer", new ApiTransport(RunningSystem.get().stack().gateway()), () -> key);
    }

    private static void alike(ApiClient apiClient, OpenApiOperation operation) {
        var foreign = OperationSender.send(apiClient, operation, bindings);
        var unknown = OperationSender.send(apiClient, operation, bindings.unknown());
        assertRefusedAlike(operation, foreign, unknown);
    }

    /** Expects 404, or the manager's response if the generated body is refused before anything is read. */
    private static void assertRefusedAlike(
            OpenApiOperation operation, ApiClientResponse foreign, ApiClientResponse unknown) {
        if (foreign.status() == 400) {
            var managers = OperationSender.send(people.workshop().manager().person(), operation, bindings);
            assertThat(comparable(foreign)).as("it is the body").isEqualTo(comparable(managers));
        } else {
            assertThat(foreign.status()).isEqualTo(404);
        }
        assertThat(operation.documents(foreign.status()))
                .as("%s documents %s", operation, foreign.status())
                .isTrue();
        assertThat(comparable(foreign)).isEqualTo(comparable(unknown));
    }

    /** Returns the body without the values that differ per request. */
    private static JsonNode comparable(ApiClientResponse apiClientResponse) {
        var body = (ObjectNode) apiClientResponse.json().deepCopy();
        return body.without(List.of("requestId", "instance"));
    }

    private static Stream<DynamicTest> each(Predicate<OpenApiOperation> which, OperationCheck check) {
        return OPERATIONS.stream()
                .filter(which)
                .map(operation -> dynamicTest(operation.toString(), () -> check.of(operation)));
    }

    private interface OperationCheck {
        void of(OpenApiOperation operation) throws Exception;
    }
}
