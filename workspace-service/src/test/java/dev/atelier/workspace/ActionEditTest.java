package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class ActionEditTest {
    @Autowired
    TestDataFactory town;

    TestUser lea;
    TestUser noah;
    String workspace;
    String project;

    @BeforeEach
    void aSharedProject() {
        lea = town.person("Lea");
        noah = town.person("Noah");
        workspace = town.workspace(lea);
        town.addMember(workspace, lea, noah);
        project = town.project(workspace, lea);
        lea.post(project + "/participants", Map.of("userId", noah.id())).expect(204);
    }

    @Test
    void ofTwoEditsAtOnceOneWinsAndTheOtherLearnsWhatChanged() throws Exception {
        var action = town.action(project, lea, "Choose the wood");

        var answers = together(List.of(
                () -> lea.patch(action, "\"1\"", Map.of("title", "Choose oak")),
                () -> noah.patch(action, "\"1\"", Map.of("priority", "URGENT"))));

        assertThat(answers).extracting(TestResponse::status).containsExactlyInAnyOrder(200, 412);
        var leaWon = answers.getFirst().status() == 200;
        var stale = answers.get(leaWon ? 1 : 0).expectProblem(412, "stale");
        assertThat(stale.json().path("currentVersion").asInt()).isEqualTo(2);
        assertThat(stale.json().path("changedFields").toString()).isEqualTo(leaWon ? "[\"title\"]" : "[\"priority\"]");
        assertThat(stale.json().path("changedBy").toString()).isEqualTo("[\"" + (leaWon ? lea : noah).id() + "\"]");
        assertThat(lea.get(action + "/history").items("version")).containsExactly("2", "1");
    }

    @Test
    void manyEditsAtOnceLoseNothing() throws Exception {
        var action = town.action(project, lea, "Count");
        Callable<TestResponse> untilItFits = () -> {
            while (true) {
                var now = lea.get(action);
                int count = now.get("description").length();
                var testResponse = lea.patch(action, now.etag(), Map.of("description", "x".repeat(count + 1)));
                if (testResponse.status() != 412) {
                    return testResponse;
                }
            }
        };

        var answers = together(IntStream.range(0, 20).mapToObj(i -> untilItFits).toList());

        assertThat(answers).extracting(TestResponse::status).containsOnly(200);
        assertThat(lea.get(action).get("description")).hasSize(20);
        assertThat(town.events(action))
                .extracting(TestDataFactory.OutboxMessage::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 21).boxed().toList());
    }

    @RepeatedTest(5)
    void aCreationAndARemovalAtTheSameMomentNeverBothWin() throws Exception {
        var operations = new ArrayList<Callable<TestResponse>>();
        for (int i = 0; i < 8; i++) {
            operations.add(
                    () -> noah.post(project + "/actions", Map.of("title", "Race", "assignees", List.of(noah.id()))));
        }
        operations.add(4, () -> lea.delete(workspace + "/members/" + noah.id()));

        var answers = together(operations);

        assertThat(answers.remove(4).status()).isEqualTo(204);
        assertThat(answers)
                .extracting(TestResponse::status)
                .containsAnyOf(201, 404)
                .doesNotContain(500, 503);
        var created = answers.stream()
                .filter(testResponse -> testResponse.status() == 201)
                .count();
        assertThat(lea.get(project + "/actions").items("id")).hasSize((int) created);
        var ended = town.outboxPosition("workspace.member-removed", workspace);
        assertThat(town.outboxPositions("workspace.action-created", noah.id()))
                .allSatisfy(position -> assertThat(position).isLessThan(ended));
    }

    @Test
    void anEditWithoutItsVersionIsRefused() {
        var action = town.action(project, lea, "Choose the wood");

        lea.send(org.springframework.http.HttpMethod.PATCH, action, Map.of("title", "x"))
                .expectProblem(428, "if-match-missing");
        lea.patch(action, "w/\"1\"", Map.of("title", "x")).expectProblem(400, "invalid-input");
        lea.patch(action, "\"7\"", Map.of("title", "x")).expectProblem(412, "stale");
    }

    @Test
    void anEditThatChangesNothingMakesNoVersion() {
        var action = town.action(project, lea, "Choose the wood");

        assertThat(lea.patch(action, "\"1\"", Map.of("title", " Choose the wood "))
                        .expect(200)
                        .etag())
                .isEqualTo("\"1\"");
        assertThat(town.events(action)).hasSize(1);
    }

    @Test
    void aCommentLeavesTheVersionAlone() {
        var action = town.action(project, lea, "Choose the wood");
        noah.post(action + "/comments", Map.of("text", "Oak?")).expect(201);

        lea.patch(action, "\"1\"", Map.of("title", "Choose oak")).expect(200);
        assertThat(town.events(action))
                .extracting(TestDataFactory.OutboxMessage::type)
                .containsExactly("workspace.action-created", "workspace.comment-added", "workspace.action-changed");
    }

    @Test
    void tagsAndTheChecklistAreReplacedWholeAndRemembered() {
        var action = town.action(project, lea, "Choose the wood");
        var first =
                Map.of("tags", List.of("wood", "Oak"), "checklist", List.of(line("Ask", false), line("Order", false)));
        lea.patch(action, "\"1\"", first).expect(200);

        var second = noah.patch(action, "\"2\"", Map.of("checklist", List.of(line("Ask", true))))
                .expect(200);

        assertThat(second.json().path("tags").toString()).isEqualTo("[\"Oak\",\"wood\"]");
        assertThat(second.json().path("checklist").toString()).isEqualTo("[{\"text\":\"Ask\",\"done\":true}]");
        assertThat(lea.get(action + "/history")
                        .json()
                        .path("items")
                        .path(0)
                        .path("changes")
                        .toString())
                .contains("\"checklist\"", "[ ] Order", "[x] Ask")
                .doesNotContain("\"tags\"");
        assertThat(noah.patch(action, "\"2\"", Map.of("tags", List.of()))
                        .expectProblem(412, "stale")
                        .json()
                        .path("changedFields")
                        .toString())
                .isEqualTo("[\"checklist\"]");
    }

    private static Map<String, Object> line(String text, boolean done) {
        return Map.of("text", text, "done", done);
    }

    @Test
    void workIsGivenToParticipantsAlone() {
        var mia = town.person("Mia");
        town.addMember(workspace, lea, mia);

        lea.post(project + "/actions", Map.of("title", "x", "assignees", List.of(mia.id())))
                .expectProblem(422, "assignee-not-in-project");
        var action = town.action(project, lea, "Choose the wood");
        lea.patch(action, "\"1\"", Map.of("assignees", List.of(mia.id())))
                .expectProblem(422, "assignee-not-in-project");
    }

    @Test
    void theHistorySaysWhoWhenFromWhatAndToWhat() {
        var action = town.action(project, lea, "Choose the wood");
        noah.patch(action, "\"1\"", Map.of("title", "Choose oak", "due", "2026-12-24"))
                .expect(200);

        var last = lea.get(action + "/history").json().path("items").path(0);
        assertThat(last.path("changedBy").asString()).isEqualTo(noah.id().toString());
        assertThat(last.path("changedAt").asString()).endsWith("Z");
        assertThat(last.path("changes").toString())
                .isEqualTo("[{\"field\":\"title\",\"before\":[\"Choose the wood\"],\"after\":[\"Choose oak\"]},"
                        + "{\"field\":\"due\",\"before\":[],\"after\":[\"2026-12-24\"]}]");
    }

    private static List<TestResponse> together(List<Callable<TestResponse>> operations) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(operations.size())) {
            return new ArrayList<>(threads.invokeAll(operations).stream()
                    .map(Future::resultNow)
                    .toList());
        }
    }
}
