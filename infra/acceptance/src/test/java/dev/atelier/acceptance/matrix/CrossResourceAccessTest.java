package dev.atelier.acceptance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.atelier.acceptance.RunningSystem;
import dev.atelier.acceptance.UnauthorizedClients;
import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiClientResponse;
import dev.atelier.fuzz.PathVariableBindings;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests to routes with two resources that do not belong together, by a user who may read both. */
class CrossResourceAccessTest {
    private static final List<OpenApiOperation> OPERATIONS = OpenApiDocuments.operations().stream()
            .filter(OpenApiOperation::inWorkspace)
            .toList();

    private static final List<String> SECOND_KINDS =
            List.of("projects", "actions", "service-accounts", "webhook-endpoints");

    private static UnauthorizedClients people;
    private static ApiClient manager;
    private static PathVariableBindings bindings;

    /** A second resource of each parent kind, by its word in paths. */
    private static final Map<String, String> SECOND = new HashMap<>();

    /** A resource or user of the other workspace, by the property that names it. */
    private static final Map<String, String> FOREIGN = new HashMap<>();

    /** A resource or user of our workspace, by the same property. */
    private static final Map<String, String> OURS = new HashMap<>();

    @BeforeAll
    static void thereIsASecondOneOfEach() {
        people = RunningSystem.get().neighbours();
        manager = people.workshop().manager().person();
        var found = new HashMap<>(PathVariableBindings.of(people.workshop()).values());
        var account = account();
        found.put("service-accounts", account);
        found.put("keys", made("/service-accounts/" + account + "/keys", Map.of()));
        bindings = new PathVariableBindings(found);
        var project = found.getOrDefault("projects", "");
        SECOND.put("projects", made("/projects", Map.of("name", "Second")));
        SECOND.put("actions", made("/projects/" + project + "/actions", Map.of("title", "Second")));
        SECOND.put("service-accounts", account());
        SECOND.put(
                "webhook-endpoints",
                made("/webhook-endpoints", Map.of("url", "http://127.0.0.1:9/", "events", List.of("*"))));
        OURS.put("projectId", project);
        OURS.put("agentId", found.getOrDefault("agents", ""));
        OURS.put("runId", found.getOrDefault("runs", ""));
        FOREIGN.put(
                "projectId",
                people.neighbour()
                        .post("/api/workspaces/" + people.neighboursWorkspace() + "/projects", Map.of("name", "Theirs"))
                        .expect(201)
                        .text("id"));
        FOREIGN.put("agentId", UUID.randomUUID().toString());
        FOREIGN.put("runId", UUID.randomUUID().toString());
    }

    @TestFactory
    Stream<DynamicTest> whatHangsOnAnotherOneOfOursIsNotFound() {
        return OPERATIONS.stream()
                .flatMap(operation -> parents(operation)
                        .map(parent -> dynamicTest(operation + " of another of the " + parent, () -> {
                            var elsewhere = OperationSender.send(
                                    manager, operation, with(parent, SECOND.getOrDefault(parent, "")));
                            var unknown = OperationSender.send(
                                    manager,
                                    operation,
                                    with(parent, UUID.randomUUID().toString()));
                            assertRefused(elsewhere);
                            assertThat(elsewhere.status())
                                    .as("as where there is none: %s", elsewhere.json())
                                    .isEqualTo(unknown.status());
                        })));
    }

    @TestFactory
    Stream<DynamicTest> whatABodyNamesOfAnotherWorkspaceIsRefused() {
        return OPERATIONS.stream()
                .filter(operation -> operation.body() != null)
                .flatMap(operation -> ids(operation)
                        .map(property -> dynamicTest(operation + " with another's " + property, () -> {
                            var body = RequestBodyGenerator.fitting(Objects.requireNonNull(operation.body()));
                            ids(operation).forEach(one -> put(body, operation, one, OURS.getOrDefault(one, member())));
                            put(body, operation, property, FOREIGN.getOrDefault(property, stranger()));
                            assertRefused(OperationSender.send(manager, operation, bindings, body.toString()));
                        })));
    }

    @Test
    void theReportOfARunIsMadeInItsProjectAlone() {
        var body = Map.of(
                "kind",
                "RUN",
                "projectId",
                SECOND.getOrDefault("projects", ""),
                "runId",
                OURS.getOrDefault("runId", ""));
        assertThat(manager.postOnce(people.workshop().path("/reports"), body).status())
                .isEqualTo(404);
    }

    @Test
    void aRunIsNotStartedWithAnAgentOfAnotherWorkspace() {
        var body = Map.of(
                "agentId",
                OURS.getOrDefault("agentId", ""),
                "projectId",
                FOREIGN.getOrDefault("projectId", ""),
                "input",
                "Whose agent?");
        assertThat(people.neighbour()
                        .postOnce("/api/workspaces/" + people.neighboursWorkspace() + "/runs", body)
                        .status())
                .isIn(404, 422);
    }

    private static void assertRefused(ApiClientResponse apiClientResponse) {
        assertThat(apiClientResponse.status())
                .as("%s", apiClientResponse.json())
                .isBetween(400, 499);
    }

    /** Returns the words before the variables after the workspace, except the last one. */
    private static Stream<String> parents(OpenApiOperation operation) {
        var words = operation.path().split("/", -1);
        var variables = Arrays.stream(words)
                .filter(word -> word.startsWith("{"))
                .skip(1)
                .count();
        return variables < 2
                ? Stream.of()
                : Stream.iterate(4, at -> at < words.length - 1, at -> at + 1)
                        .filter(at -> words[at + 1].startsWith("{") && SECOND_KINDS.contains(words[at]))
                        .map(at -> words[at])
                        .limit(variables - 1);
    }

    /** Returns the properties of the body that are ids or lists of ids. */
    private static Stream<String> ids(OpenApiOperation operation) {
        return Objects.requireNonNull(operation.body()).path("properties").properties().stream()
                .filter(property ->
                        isId(property.getValue()) || isId(property.getValue().path("items")))
                .map(Map.Entry::getKey);
    }

    private static boolean isId(JsonNode schema) {
        return schema.path("format").asString("").equals("uuid");
    }

    private static void put(ObjectNode body, OpenApiOperation operation, String property, String id) {
        var schema = Objects.requireNonNull(operation.body()).path("properties").path(property);
        if (isId(schema)) {
            body.put(property, id);
        } else {
            body.set(property, JsonMapper.shared().createArrayNode().add(id));
        }
    }

    private static PathVariableBindings with(String list, String id) {
        var values = new HashMap<>(bindings.values());
        values.put(list, id);
        return new PathVariableBindings(values);
    }

    private static String account() {
        return made(
                "/service-accounts",
                Map.of(
                        "name",
                        "Importer " + UUID.randomUUID(),
                        "scopes",
                        List.of("actions:read"),
                        "expiresAt",
                        Instant.now().plus(Duration.ofDays(30)).toString()));
    }

    private static String made(String list, Object body) {
        return manager.post(people.workshop().path(list), body).expect(201).text("id");
    }

    private static String member() {
        return people.workshop().member().userId();
    }

    private static String stranger() {
        return people.neighbour().get("/api/me").expect(200).text("id");
    }
}
