package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The manager's settings of a workspace. */
@ServiceTest
class WorkspaceSettingsApiTest {
    @Autowired
    TestDataFactory town;

    TestUser lea;
    TestUser noah;
    String workspace;
    String settings;

    @BeforeEach
    void aWorkspace() {
        lea = town.person("Lea");
        noah = town.person("Noah");
        workspace = town.workspace(lea);
        town.addMember(workspace, lea, noah);
        settings = workspace + "/settings";
    }

    private TestResponse set(String version, Map<String, ?> retention, String creation, TestUser... creators) {
        var ids = java.util.Arrays.stream(creators)
                .map(one -> one.id().toString())
                .toList();
        return lea.with("If-Match", version)
                .put(settings, Map.of("retentionDays", retention, "agentCreation", creation, "agentCreators", ids));
    }

    private List<TestDataFactory.OutboxMessage> changes() {
        return town.events(workspace).stream()
                .filter(outboxMessage -> outboxMessage.type().equals("workspace.settings-changed"))
                .toList();
    }

    /** Returns the last published state. */
    private JsonNode told() {
        var state = new org.bson.Document("aggregatetype", "workspace.workspaces")
                .append("aggregateid", workspace.substring("/api/".length()));
        var last = town.mongo()
                .getCollection("outbox")
                .find(state)
                .sort(new org.bson.Document("seq", -1))
                .first();
        return JsonMapper.shared()
                .readTree(java.util.Objects.requireNonNull(last).getString("payload"));
    }

    @Test
    void aWorkspaceBeginsByKeepingEverythingAndEveryoneMayCreateAgents() {
        var begun = noah.get(settings).expect(200);

        assertThat(begun.etag()).isEqualTo("\"0\"");
        assertThat(begun.get("agentCreation")).isEqualTo("EVERYONE");
        assertThat(begun.json().path("retentionDays").valueStream())
                .isNotEmpty()
                .allMatch(JsonNode::isNull);
        assertThat(begun.json().path("deletableFrom").valueStream())
                .isNotEmpty()
                .allMatch(JsonNode::isNull);
        assertThat(told().path("agentCreation").isString()).isFalse();
    }

    @Test
    void whatTheManagerSetsMembersReadAndOtherServicesAreTold() {
        var set = set("\"0\"", Map.of("actions", 365, "runs", 30, "logs", 90), "SELECTED", noah)
                .expect(200);

        assertThat(noah.get(settings).expect(200).text()).isEqualTo(set.text());
        assertThat(set.etag()).isEqualTo("\"1\"");
        assertThat(set.json().at("/retentionDays/actions").asInt()).isEqualTo(365);
        assertThat(set.json().at("/retentionDays/photos").isNull()).isTrue();
        assertThat(set.json().at("/agentCreators/0").asString())
                .isEqualTo(noah.id().toString());
        assertThat(changes()).hasSize(1);
        assertThat(changes().getFirst().payload().path("fields").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(
                        "agentCreation",
                        "agentCreators",
                        "retentionDays.actions",
                        "retentionDays.logs",
                        "retentionDays.runs");
        assertThat(told().path("runDays").asInt()).isEqualTo(30);
        assertThat(told().path("runDaysFrom").asString())
                .isEqualTo(set.json().at("/deletableFrom/runs").asString());
        assertThat(told().path("agentCreation").asString()).isEqualTo("SELECTED");
        assertThat(lea.get(workspace + "/audit-log?type=workspace.settings-changed")
                        .items("type"))
                .hasSize(1);
        set("\"1\"", Map.of("actions", 365, "runs", 30, "logs", 90), "SELECTED", noah)
                .expect(200);
        assertThat(changes()).as("nothing changed").hasSize(1);
    }

    @Test
    void whatIsKeptLongerDoesNotWaitAndWhatIsNotNamedIsKept() {
        set("\"0\"", Map.of("reports", 30), "EVERYONE").expect(200);

        var kept = set("\"1\"", Map.of(), "EVERYONE").expect(200);

        assertThat(kept.json().at("/retentionDays/reports").isNull()).isTrue();
        assertThat(kept.json().at("/deletableFrom/reports").isNull()).isTrue();
        assertThat(told().path("reportDays").isNumber()).isFalse();
    }

    @Test
    void whoLeavesTheWorkspaceMayCreateAgentsNoLongerThoughTheyComeBack() {
        var mia = town.person("Mia");
        town.addMember(workspace, lea, mia);
        set("\"0\"", Map.of(), "SELECTED", noah, mia).expect(200);

        lea.delete(workspace + "/members/" + noah.id()).expect(204);
        mia.post(workspace + "/leave", null).expect(204);

        assertThat(told().path("agentCreators").size()).isZero();
        town.addMember(workspace, lea, noah);
        var after = noah.get(settings).expect(200);
        assertThat(after.json().path("agentCreators").size()).isZero();
        assertThat(after.etag()).isEqualTo("\"3\"");
    }

    @Test
    void theManagerAloneSetsAndPreviews() {
        var stranger = town.person("Sam");
        var wish = Map.of("retentionDays", Map.of(), "agentCreation", "MANAGER");

        noah.with("If-Match", "\"0\"").put(settings, wish).expectProblem(403, "only-the-manager");
        noah.get(settings + "/preview?actions=30").expectProblem(403, "only-the-manager");
        stranger.with("If-Match", "\"0\"").put(settings, wish).expectProblem(404, "not-found");
        stranger.get(settings).expectProblem(404, "not-found");
        stranger.get(settings + "/preview").expectProblem(404, "not-found");
        assertThat(lea.get(settings).etag()).isEqualTo("\"0\"");
    }

    @Test
    void whatWasChangedMeanwhileIsNotOverwritten() {
        set("\"0\"", Map.of("actions", 30), "EVERYONE").expect(200);

        set("\"0\"", Map.of("actions", 60), "EVERYONE").expectProblem(412, "stale");
        lea.put(settings, Map.of("retentionDays", Map.of(), "agentCreation", "MANAGER"))
                .expectProblem(428, "if-match-missing");
    }

    @Test
    void onlyMembersAreNamed() {
        var stranger = town.person("Sam");

        assertThat(set("\"0\"", Map.of(), "SELECTED", noah, stranger)
                        .expectProblem(400, "invalid-input")
                        .errors())
                .containsExactly("agentCreators[1]");
        assertThat(set("\"0\"", Map.of(), "EVERYONE", noah)
                        .expectProblem(400, "invalid-input")
                        .errors())
                .containsExactly("agentCreators");
        var many = IntStream.range(0, 101).mapToObj(i -> noah).toArray(TestUser[]::new);
        assertThat(set("\"0\"", Map.of(), "SELECTED", many)
                        .expectProblem(400, "invalid-input")
                        .errors())
                .containsExactly("agentCreators");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|retentionDays",
                "{\"retentionDays\": {}}|agentCreation",
                "{\"retentionDays\": {}, \"agentCreation\": \"SOME\"}|agentCreation",
                "{\"retentionDays\": {\"actions\": 29}, \"agentCreation\": \"EVERYONE\"}|retentionDays.actions",
                "{\"retentionDays\": {\"actions\": 3651}, \"agentCreation\": \"EVERYONE\"}|retentionDays.actions",
                "{\"retentionDays\": {\"actions\": \"long\"}, \"agentCreation\": \"EVERYONE\"}|retentionDays.actions",
                "{\"retentionDays\": {\"runs\": 0}, \"agentCreation\": \"EVERYONE\"}|retentionDays.runs",
                "{\"retentionDays\": {\"reports\": -1}, \"agentCreation\": \"EVERYONE\"}|retentionDays.reports",
                "{\"retentionDays\": {\"logs\": 89}, \"agentCreation\": \"EVERYONE\"}|retentionDays.logs",
                "{\"retentionDays\": {\"photos\": 29}, \"agentCreation\": \"EVERYONE\"}|retentionDays.photos",
                "{\"retentionDays\": {\"knowledge\": 30}, \"agentCreation\": \"EVERYONE\"}|retentionDays.knowledge",
                "{\"retentionDays\": {}, \"agentCreation\": \"SELECTED\", \"agentCreators\": [\"noah\"]}|agentCreators[0]",
                "{\"retentionDays\": {}, \"agentCreation\": \"SELECTED\", \"agentCreators\": [null]}|agentCreators[0]",
                "{\"retentionDays\": {}, \"agentCreation\": \"EVERYONE\", \"mood\": 1}|mood",
            })
    void theFieldThatIsWrongIsNamed(String body, String field) {
        assertThat(lea.with("If-Match", "\"0\"")
                        .send(HttpMethod.PUT, settings, body)
                        .expectProblem(400, "invalid-input")
                        .errors())
                .contains(field);
    }

    @ParameterizedTest
    @CsvSource({"actions=29, actions", "logs=89, logs", "photos=many, photos", "runs=3651, runs"})
    void aPreviewOfWhatCannotBeSetIsRefused(String query, String field) {
        assertThat(lea.get(settings + "/preview?" + query)
                        .expectProblem(400, "invalid-input")
                        .errors())
                .contains(field);
    }

    @Test
    void thePreviewIsRefusedWhileAServiceThatCountsIsAway() {
        lea.get(settings + "/preview?runs=30").expect(503);
    }
}
