package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiClientResponse;
import dev.atelier.load.TestDataFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Permanent deletion: confirmed by the typed name, not found anywhere at once, removed from every service soon after
 *.
 */
class PermanentDeletionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> DATABASES = List.of("workspace", "agentrun", "report", "notification");

    private RunningSystem.TestTeam team;
    private ApiClient mona;
    private String project;
    private String run;
    private String report;

    @BeforeEach
    void aTeamThatDidSomething() {
        var system = RunningSystem.get();
        team = system.team();
        mona = team.manager().person();
        project = mona.post(team.path("/projects"), Map.of("name", "Bread"))
                .expect(201)
                .text("id");
        mona.post(path("/actions"), Map.of("title", "Buy flour")).expect(201);
        mona.post(path("/participants"), Map.of("userId", team.member().userId()))
                .expect(204);
        var agent = system.publishedAgent(team);
        TestDataFactory.awaitProject(mona, team.workspace(), project);
        var asked = Map.of("agentId", agent, "projectId", project, "input", "What is late?", "sendReportByMail", false);
        run = mona.postOnce(team.path("/runs"), asked).expect(202).text("id");
        report = mona.postOnce(
                        team.path("/reports"), Map.of("kind", "PROJECT", "projectId", project, "sendByMail", false))
                .expect(202)
                .text("id");
        await().atMost(PATIENCE)
                .until(() ->
                        mona.get(team.path("/reports/" + report)).text("state").equals("READY"));
    }

    private String path(String below) {
        return team.path("/projects/" + project + below);
    }

    private static ApiClientResponse delete(ApiClient by, String path, String name) {
        return by.request("DELETE", path, Map.of("name", name), Map.of());
    }

    @Test
    void aDeletedProjectIsNowhere() {
        assertThat(delete(mona, path(""), "Bred").expect(409).text("type"))
                .isEqualTo("urn:atelier:problem:name-differs");
        delete(team.member().person(), path(""), "Bread").expect(403);

        var accepted = delete(mona, path(""), "Bread").expect(202);

        mona.get(path("")).expect(404);
        for (var gone : List.of("/runs/" + run, "/reports/" + report, "/reports/" + report + "/content")) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(mona.get(team.path(gone)).status())
                            .as(gone)
                            .isEqualTo(404));
        }
        awaitEnd(mona, accepted);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(traces("projectId", project)).isEmpty());
        mona.get(team.path("")).expect(200);
    }

    @Test
    void aDeletedWorkspaceIsNowhere() {
        delete(team.member().person(), team.path(""), "Team").expect(403);

        var accepted = delete(mona, team.path(""), "Team").expect(202);

        mona.get(team.path("")).expect(404);
        team.member().person().get(path("/actions")).expect(404);
        for (var route : List.of("/agents", "/runs", "/reports", "/webhook-endpoints", "/model-connections")) {
            for (var apiClient : List.of(mona, team.member().person())) {
                await().atMost(PATIENCE)
                        .untilAsserted(
                                () -> assertThat(apiClient.get(team.path(route)).status())
                                        .as(route)
                                        .isEqualTo(404));
            }
        }
        awaitEnd(mona, accepted);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(traces("workspaceId", team.workspace())).isEmpty());
    }

    private void awaitEnd(ApiClient by, ApiClientResponse accepted) {
        var location = accepted.headers().firstValue("Location").orElseThrow();
        await().atMost(PATIENCE)
                .until(() ->
                        !by.get(location).expect(200).json().path("finishedAt").isNull());
    }

    /**
     * Returns the collections of all services that still have a document with the id, except the record of the
     * deletion.
     */
    private static List<String> traces(String field, String id) {
        var traces = new ArrayList<String>();
        var mongo = RunningSystem.get().stack().mongo();
        for (var name : DATABASES) {
            try (var client = client(mongo.uri(name))) {
                var database = client.getDatabase(name);
                for (var collection : database.listCollectionNames()) {
                    var theirs = new Document(
                            "$or",
                            List.of(
                                    new Document(field, UUID.fromString(id)),
                                    new Document("order." + field, UUID.fromString(id)),
                                    new Document("metadata." + field, UUID.fromString(id)),
                                    new Document("about." + field, id)));
                    if (!collection.equals("deletions")
                            && database.getCollection(collection).countDocuments(theirs) > 0) {
                        traces.add(name + "." + collection);
                    }
                }
            }
        }
        return traces;
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new com.mongodb.ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    }
}
