package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
@TestInstance(Lifecycle.PER_CLASS)
class OperationalHistoryTest {
    @Autowired
    TestDataFactory town;

    TestUser lea;
    TestUser noah;
    String workspace;
    String project;
    String action;
    String history;

    @BeforeAll
    void somethingHappened() {
        lea = town.person("Lea");
        noah = town.person("=Noah");
        workspace = town.workspace(lea);
        town.addMember(workspace, lea, noah);
        project = town.project(workspace, noah);
        action = town.action(project, noah, "Oil the hinges");
        noah.patch(action, "\"1\"", Map.of("state", "DONE")).expect(200);
        lea.patch(workspace, lea.get(workspace).etag(), Map.of("name", "Atelier Martin & Daughters"))
                .expect(200);
        history = workspace + "/audit-log";
    }

    @Test
    void theManagerReadsWhoDidWhatTheNewestFirst() {
        var all = lea.get(history).expect(200);

        assertThat(all.items("type"))
                .containsExactly(
                        "workspace.workspace-renamed",
                        "workspace.action-changed",
                        "workspace.action-created",
                        "workspace.project-created",
                        "workspace.member-joined",
                        "workspace.member-invited",
                        "workspace.workspace-created");
        var change = all.json().path("items").path(1);
        assertThat(change.path("actor").path("displayName").asString()).isEqualTo("=Noah Martin");
        assertThat(change.path("subject").asString())
                .isEqualTo("actions/" + action.substring(action.lastIndexOf('/') + 1));
        assertThat(change.path("details").path("fields").path(0).asString()).isEqualTo("state");
        assertThat(change.path("details").path("projectId").asString())
                .isEqualTo(project.substring(project.lastIndexOf('/') + 1));
        assertThat(Instant.parse(change.path("occurredAt").asString())).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void whatIsSaidInItIsWhatWasPublished() {
        var published = town.events(action);

        var noted = lea.get(history + "?type=workspace.action-created&type=workspace.action-changed");

        assertThat(noted.json().path("items").size()).isEqualTo(published.size());
        assertThat(noted.json().path("items").path(1).path("details").path("actionId"))
                .isEqualTo(published.getFirst().payload().path("actionId"));
    }

    @Test
    void itIsFilteredByPersonKindAndTime() {
        assertThat(lea.get(history + "?userId=" + noah.id()).items("type"))
                .containsExactly(
                        "workspace.action-changed",
                        "workspace.action-created",
                        "workspace.project-created",
                        "workspace.member-joined");
        assertThat(lea.get(history + "?userId=" + lea.id() + "&type=workspace.member-invited")
                        .items("type"))
                .containsExactly("workspace.member-invited");

        var changed = at(lea.get(history).json().path("items").path(1));
        assertThat(lea.get(history + "?from=" + changed.plusSeconds(60)).items("type"))
                .isEmpty();
        assertThat(lea.get(history + "?from=" + changed + "&to=" + changed.plusMillis(1))
                        .items("type"))
                .contains("workspace.action-changed")
                .doesNotContain("workspace.workspace-created");
        assertThat(lea.get(history + "?to=2020-01-01T00:00:00Z").items("type")).isEmpty();
    }

    private static Instant at(JsonNode occurrence) {
        return Instant.parse(occurrence.path("occurredAt").asString());
    }

    @Test
    void itIsReadPageByPage() {
        var first = lea.get(history + "?limit=4").expect(200);
        var second = lea.get(history + "?limit=4&cursor=" + first.next()).expect(200);

        assertThat(first.items("type")).hasSize(4);
        assertThat(second.items("type"))
                .containsExactly("workspace.member-joined", "workspace.member-invited", "workspace.workspace-created");
        assertThat(second.next()).isNull();
    }

    @Test
    void itIsTakenAwayAsATableThatNoSpreadsheetRuns() {
        var here = town.workspace(lea);
        town.addMember(here, lea, noah);
        var hinges = town.action(town.project(here, noah), noah, "Oil the hinges");
        noah.patch(hinges, "\"1\"", Map.of("state", "DONE")).expect(200);

        var table = lea.get(here + "/audit-log/export?userId=" + noah.id()).expect(200);

        assertThat(table.headers().getFirst("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(table.headers().getContentDisposition().getFilename()).isEqualTo("audit-log.csv");
        var lines = table.text().split("\r\n");
        assertThat(lines[0]).isEqualTo("\uFEFFoccurredAt,type,actor,actorId,subject,details,id");
        assertThat(lines).hasSize(5);
        assertThat(lines[1])
                .contains("workspace.action-changed", "'=Noah Martin", noah.id().toString(), "fields=[state]");
        assertThat(lea.get(here + "/audit-log").items("type")).first().isEqualTo("workspace.history-exported");
    }

    @Test
    void itIsForTheManagerAlone() {
        var stranger = town.person("Sam");

        noah.get(history).expectProblem(403, "only-the-manager");
        noah.get(history + "/export").expectProblem(403, "only-the-manager");
        stranger.get(history).expectProblem(404, "not-found");
        stranger.get(history + "/export").expectProblem(404, "not-found");
    }

    @Test
    void itEndsWithTheWorkspace() {
        var here = town.workspace(lea);
        var id = here.substring(here.lastIndexOf('/') + 1);
        assertThat(noted(id)).isOne();

        lea.send(org.springframework.http.HttpMethod.DELETE, here, Map.of("name", "Atelier Martin"))
                .expect(202);

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(noted(id)).isZero());
    }

    private long noted(String workspace) {
        return town.mongo()
                .getCollection("activity")
                .countDocuments(new Document("workspaceId", java.util.UUID.fromString(workspace)));
    }

    @ParameterizedTest
    @CsvSource({
        "userId=noah, userId",
        "type=workspace.member-vanished, type",
        "type=workspace.memberships, type",
        "from=yesterday, from",
        "to=31.12.2026, to",
        "from=%2B10000-01-01T00:00:00Z, from",
        "limit=101, limit",
        "cursor=abc, cursor",
        "=nothing, query"
    })
    void whatNobodyCanAskForIsRefused(String query, String parameter) {
        assertThat(lea.get(history + "?" + query)
                        .expectProblem(400, "invalid-input")
                        .errors())
                .containsExactly(parameter);
    }
}
