package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/** Which version a change names, what makes it stale, and what a change can clear. */
@ServiceTest
class ResourceVersionTest {
    @Autowired
    TestDataFactory town;

    TestUser lea;
    String workspace;
    String project;
    String action;

    @BeforeEach
    void anAction() {
        lea = town.person("Lea");
        workspace = town.workspace(lea);
        project = town.project(workspace, lea);
        action = town.action(project, lea, "Choose the wood");
    }

    @Test
    void theFirstVersionOfEverythingIsOne() {
        var view = project + "/views/"
                + lea.post(project + "/views", Map.of("name", "Mine"))
                        .expect(201)
                        .id();

        for (var path : new String[] {workspace, project, action, view}) {
            var read = lea.get(path).expect(200);
            assertThat(read.etag()).as(path).isEqualTo("\"1\"");
            assertThat(read.json().path("version").asInt()).as(path).isEqualTo(1);
        }
        assertThat(lea.get(workspace + "/settings").etag())
                .as("nothing was decided")
                .isEqualTo("\"0\"");
    }

    @Test
    void neitherSettingsNorPeopleOutdateTheChangeOfAName() {
        lea.with("If-Match", "\"0\"")
                .put(
                        workspace + "/settings",
                        Map.of(
                                "retentionDays",
                                Map.of("runs", 30),
                                "agentCreation",
                                "MANAGER",
                                "agentCreators",
                                new int[0]))
                .expect(200);
        town.addMember(workspace, lea, town.person("Noah"));

        var renamed = lea.patch(workspace, "\"1\"", Map.of("name", "Spring")).expect(200);

        assertThat(renamed.etag()).isEqualTo("\"2\"");
        var stale = lea.patch(workspace, "\"1\"", Map.of("language", "fr")).expectProblem(412, "stale");
        assertThat(stale.json().path("changedFields").toString()).isEqualTo("[\"name\"]");
        assertThat(stale.json().path("changedBy").toString()).isEqualTo("[\"" + lea.id() + "\"]");
    }

    @Test
    void aFileOutdatesNoEdit() {
        AttachmentClient.upload(lea, action, "oak".getBytes(StandardCharsets.UTF_8))
                .expect(201);

        lea.patch(action, "\"1\"", Map.of("title", "Choose oak")).expect(200);
        lea.patch(action, "\"1\"", Map.of("title", "Choose ash")).expectProblem(412, "stale");
        lea.patch(action, "\"9\"", Map.of("title", "Choose ash")).expectProblem(412, "stale");
    }

    @Test
    void whatChangedSinceIsToldWithoutReadingTheTexts() {
        lea.patch(action, "\"1\"", Map.of("title", "Choose oak")).expect(200);
        lea.patch(action, "\"2\"", Map.of("description", "x".repeat(10_000))).expect(200);
        var id = UUID.fromString(action.substring(action.lastIndexOf('/') + 1));
        town.mongo()
                .getCollection("history")
                .updateMany(
                        new Document("workspaceId", UUID.fromString(workspace.substring("/api/workspaces/".length())))
                                .append("actionId", id),
                        new Document("$unset", new Document("changes.$[].before", "").append("changes.$[].after", "")));

        var stale = lea.patch(action, "\"1\"", Map.of("priority", "URGENT")).expectProblem(412, "stale");

        assertThat(stale.json().path("changedFields").toString()).isEqualTo("[\"title\",\"description\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "action    | {\"title\": null}                          | title",
                "action    | {\"description\": null, \"tags\": null}    | description,tags",
                "action    | {\"assignees\": null}                      | assignees",
                "action    | {\"state\": null, \"title\": \"Choose\"}   | state",
                "project   | {\"name\": null}                           | name",
                "workspace | {\"language\": null}                       | language",
                "view      | {\"shared\": null, \"filter\": null}       | shared,filter",
            })
    void whatAlwaysHasAValueCannotBeCleared(String what, String body, String fields) {
        var path = switch (what) {
            case "action" -> action;
            case "project" -> project;
            case "workspace" -> workspace;
            default ->
                project + "/views/"
                        + lea.post(project + "/views", Map.of("name", "Mine"))
                                .expect(201)
                                .id();
        };

        var refused = lea.with("If-Match", "\"1\"")
                .send(HttpMethod.PATCH, path, body)
                .expectProblem(422, "cannot-be-cleared");

        assertThat(refused.errors()).containsExactlyInAnyOrder(fields.split(","));
        assertThat(lea.get(path).etag()).isEqualTo("\"1\"");
    }

    @Test
    void whatCanBeWithoutAValueIsCleared() {
        lea.patch(action, "\"1\"", Map.of("due", "2026-12-24")).expect(200);

        var cleared = lea.with("If-Match", "\"2\"")
                .send(HttpMethod.PATCH, action, "{\"due\": null}")
                .expect(200);

        assertThat(cleared.json().path("due").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-01T10:00:00Z", "2026-12-01T10:00:00", "2026-12-01T23:00:00-05:00"})
    void aDateWithATimeIsRefusedAndNotCut(String due) {
        var refused = lea.post(project + "/actions", Map.of("title", "Paint", "due", due))
                .expectProblem(400, "invalid-input");

        assertThat(refused.errors()).containsExactly("due");
    }

    @Test
    void anAnswerSaysTheSameTimeAsALaterOne() {
        var made = lea.post(project + "/actions", Map.of("title", "Paint")).expect(201);

        var read = lea.get(project + "/actions/" + made.id()).expect(200);

        assertThat(read.get("createdAt")).isEqualTo(made.get("createdAt"));
    }

    @Test
    void anEmojiIsOneCharacter() {
        lea.patch(action, "\"1\"", Map.of("title", "\uD83E\uDEB5".repeat(200))).expect(200);

        lea.patch(action, "\"2\"", Map.of("title", "\uD83E\uDEB5".repeat(201))).expectProblem(400, "invalid-input");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cafe\u0301 du quai", "Caf\u00E9\u00A0du\u2009quai", " Caf\u00E9  du\u3000quai "})
    void aNameIsTypedAsItLooks(String typed) {
        var named = workspace + "/projects/"
                + lea.post(workspace + "/projects", Map.of("name", "Caf\u00E9 du quai"))
                        .expect(201)
                        .id();
        lea.send(HttpMethod.DELETE, named, Map.of("name", "Cafe du quai")).expectProblem(409, "name-differs");

        lea.send(HttpMethod.DELETE, named, Map.of("name", typed)).expect(202);
    }
}
