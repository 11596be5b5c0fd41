package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.id.ActionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@ServiceTest
class DeletionTest {
    @Autowired
    TestDataFactory town;

    TestUser lea;
    TestUser noah;
    TestUser max;
    String workspace;
    String project;

    @BeforeEach
    void aProjectOfAMember() {
        lea = town.person("Lea");
        noah = town.person("Noah");
        max = town.person("Max");
        workspace = town.workspace(lea);
        town.addMember(workspace, lea, noah);
        town.addMember(workspace, lea, max);
        project = town.project(workspace, noah);
        noah.post(project + "/participants", Map.of("userId", max.id().toString()))
                .expect(204);
    }

    private static TestResponse delete(TestUser by, String path, String name) {
        return by.send(HttpMethod.DELETE, path, Map.of("name", name));
    }

    private void awaitEnd(TestUser by, TestResponse accepted) {
        var location = accepted.headers().getLocation();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !by.get(String.valueOf(location))
                        .expect(200)
                        .get("finishedAt")
                        .isEmpty());
    }

    private long left(String collection, String path) {
        var ids = path.split("/");
        var filter = new Document("workspaceId", UUID.fromString(ids[3]));
        return town.mongo().getCollection(collection).countDocuments(filter);
    }

    @Test
    void anyParticipantDeletesAnActionForGoodWithAllThatHangsOnIt() {
        var action = town.action(project, noah, "Bake bread");
        noah.post(action + "/comments", Map.of("text", "Rye?")).expect(201);

        var accepted = delete(max, action, "Bake bread").expect(202);

        assertThat(accepted.get("kind")).isEqualTo("ACTION");
        for (var path : List.of(action, action + "/comments", action + "/history")) {
            noah.get(path).expectProblem(404, "not-found");
        }
        noah.patch(action, "\"1\"", Map.of("title", "Again")).expectProblem(404, "not-found");
        noah.post(action + "/comments", Map.of("text", "Again")).expectProblem(404, "not-found");
        delete(max, action, "Bake bread").expectProblem(404, "not-found");
        awaitEnd(max, accepted);
        assertThat(left("comments", action)).isZero();
        assertThat(left("history", action)).isZero();
        assertThat(town.events(action))
                .extracting(TestDataFactory.OutboxMessage::type)
                .endsWith("workspace.action-deleted");
        assertThat(town.events(action))
                .extracting(TestDataFactory.OutboxMessage::sequence)
                .containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bake bread", "Bake", "Bake bread!"})
    void anotherNameDeletesNothingAndSaysWhatWouldGo(String name) {
        var action = town.action(project, noah, "Bake bread");
        noah.post(action + "/comments", Map.of("text", "Rye?")).expect(201);

        var refused = delete(noah, action, name).expectProblem(409, "name-differs");

        assertThat(refused.json().path("affected").path("comments").asLong()).isEqualTo(1);
        noah.get(action).expect(200);
        assertThat(delete(noah, project, name)
                        .expectProblem(409, "name-differs")
                        .json()
                        .path("affected")
                        .path("actions")
                        .asLong())
                .isEqualTo(1);
        assertThat(delete(lea, workspace, name)
                        .expectProblem(409, "name-differs")
                        .json()
                        .path("affected")
                        .toString())
                .isEqualTo("{\"actions\":1,\"members\":3,\"projects\":1}");
    }

    @Test
    void withoutANameNothingIsDeleted() {
        for (var path : List.of(town.action(project, noah, "Bake"), project)) {
            assertThat(noah.send(HttpMethod.DELETE, path, Map.of())
                            .expectProblem(400, "invalid-input")
                            .errors())
                    .containsExactly("name");
            noah.delete(path).expect(400);
            noah.get(path).expect(200);
        }
    }

    @Test
    void aProjectGoesWithEverythingInItAndOthersHearOfIt() {
        var action = town.action(project, noah, "Bake bread");
        noah.post(action + "/comments", Map.of("text", "Rye?")).expect(201);
        noah.post(project + "/views", Map.of("name", "All", "shared", true)).expect(201);
        var other = town.project(workspace, noah);
        town.action(other, noah, "Stays");

        var accepted = delete(noah, project, "Relaunch").expect(202);

        assertThat(accepted.get("expected")).isEqualTo("1");
        for (var path : List.of(project, project + "/actions", action, project + "/views", project + "/participants")) {
            assertThat(noah.get(path).expectProblem(404, "not-found").get("detail"))
                    .isEqualTo(noah.get(workspace + "/projects/" + UUID.randomUUID())
                            .get("detail"));
            lea.get(path).expectProblem(404, "not-found");
        }
        assertThat(noah.get(workspace + "/projects").items("id"))
                .containsExactly(other.substring(other.lastIndexOf('/') + 1));
        noah.post(project + "/actions", Map.of("title", "Late")).expectProblem(404, "not-found");
        awaitEnd(noah, accepted);
        assertThat(left("actions", project)).isEqualTo(1);
        assertThat(left("comments", project)).isZero();
        assertThat(left("history", project)).isEqualTo(1);
        assertThat(left("views", project)).isZero();
        assertThat(town.events(project))
                .extracting(TestDataFactory.OutboxMessage::type)
                .endsWith("workspace.project-deleted");
        noah.get(other + "/actions").expect(200);
    }

    @Test
    void onlyItsCreatorAndTheManagerDeleteAProject() {
        delete(max, project, "Relaunch").expectProblem(403, "not-your-project");
        delete(town.person("Sam"), project, "Relaunch").expectProblem(404, "not-found");
        delete(lea, project, "Relaunch").expect(202);
    }

    @Test
    void aWorkspaceGoesForEverybodyAtOnce() {
        var action = town.action(project, noah, "Bake bread");
        delete(noah, workspace, "Atelier Martin").expectProblem(403, "only-the-manager");
        delete(town.person("Sam"), workspace, "Atelier Martin").expectProblem(404, "not-found");
        var invited = town.person("Ines");
        var invitation = lea.post(workspace + "/invitations", Map.of("email", invited.email()))
                .expect(201)
                .id();
        var token = town.token(invitation);

        var accepted = delete(lea, workspace, "Atelier Martin").expect(202);

        for (var one : List.of(lea, noah, max)) {
            for (var path : List.of(workspace, workspace + "/members", workspace + "/projects", project, action)) {
                one.get(path).expectProblem(404, "not-found");
            }
            assertThat(one.get("/api/workspaces").items("id")).isEmpty();
        }
        invited.post("/api/invitations/accept", Map.of("token", token)).expect(404);
        lea.post(workspace + "/invitations", Map.of("email", "late@example.org"))
                .expectProblem(404, "not-found");
        awaitEnd(lea, accepted);
        for (var collection :
                List.of("actions", "history", "comments", "projects", "memberships", "invitations", "views")) {
            assertThat(left(collection, workspace)).as(collection).isZero();
        }
        assertThat(town.events(workspace))
                .extracting(TestDataFactory.OutboxMessage::type)
                .endsWith("workspace.workspace-deleted");
        for (var one : List.of(lea, noah, max)) {
            var last = town.published("workspace.memberships", one.id()).getLast();
            assertThat(last.path("ended").asBoolean()).isTrue();
        }
    }

    @Test
    void onlyWhoAskedForADeletionReadsHowFarItIs() {
        var accepted = delete(noah, project, "Relaunch").expect(202);
        var location = String.valueOf(accepted.headers().getLocation());

        noah.get(location).expect(200);
        lea.get(location).expectProblem(404, "not-found");
        noah.get("/api/deletions/" + UUID.randomUUID()).expectProblem(404, "not-found");
        noah.get("/api/deletions/nonsense").expectProblem(400, "invalid-input");
    }

    @Test
    void whatIsWrittenBesideADeletionIsGoneTooOrRefused() throws Exception {
        var accepted = new ArrayList<TestResponse>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 40; n++) {
                var title = "Action " + n;
                threads.submit(() -> max.post(project + "/actions", Map.of("title", title)));
                if (n == 20) {
                    threads.submit(() -> accepted.add(delete(noah, project, "Relaunch")));
                }
            }
        }
        awaitEnd(noah, accepted.getFirst().expect(202));

        assertThat(left("actions", project)).isZero();
        assertThat(left("history", project)).isZero();
    }

    @Test
    void aDeletionThatWasGivenUpStartsAgainWhenItIsAcceptedAgain() {
        var ids = project.split("/");
        var item = new Document("_id", "deletions:" + ids[5]);
        var unfinished = new Document("_id", UUID.fromString(ids[5]))
                .append("workspaceId", UUID.fromString(ids[3]))
                .append("projectId", UUID.fromString(ids[5]))
                .append("acceptedAt", new Date())
                .append("expected", 1L)
                .append("removed", 0L);
        town.mongo().getCollection("deletions").insertOne(unfinished);

        delete(noah, project, "Relaunch").expect(202);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> town.mongo()
                                .getCollection("deletions")
                                .countDocuments(new Document("_id", UUID.fromString(ids[5]))
                                        .append("finishedAt", new Document("$exists", true)))
                        == 1);
        assertThat(town.mongo().getCollection("work_items").countDocuments(item))
                .isZero();
        assertThat(left("actions", project)).isZero();
    }

    @Test
    void anotherWorkerGoesOnWhereOneDied() {
        var ids = project.split("/");
        var many = new ArrayList<Document>();
        for (int n = 0; n < 20_000; n++) {
            many.add(new Document("_id", ActionId.next().value())
                    .append("workspaceId", UUID.fromString(ids[3]))
                    .append("projectId", UUID.fromString(ids[5]))
                    .append("state", "DONE")
                    .append("rank", 1)
                    .append("due", "none")
                    .append("title", "Action " + n)
                    .append("words", List.of("action", "n" + n)));
        }
        town.mongo().getCollection("actions").insertMany(many);
        var accepted = delete(noah, project, "Relaunch").expect(202);
        assertThat(accepted.get("expected")).isEqualTo("20000");
        // The state that a killed worker leaves: claimed for a short time, under a token that nobody has.
        town.mongo()
                .getCollection("work_items")
                .updateOne(
                        new Document("_id", "deletions:" + ids[5]),
                        new Document("$inc", new Document("token", 1_000L))
                                .append(
                                        "$set",
                                        new Document("state", "CLAIMED")
                                                .append("dueAt", new Date(System.currentTimeMillis() + 3_000))));
        noah.get(project).expectProblem(404, "not-found");

        awaitEnd(noah, accepted);

        assertThat(left("actions", project)).isZero();
        assertThat(noah.get(String.valueOf(accepted.headers().getLocation()))
                        .json()
                        .path("removed")
                        .asLong())
                .isGreaterThanOrEqualTo(19_500);
    }
}
