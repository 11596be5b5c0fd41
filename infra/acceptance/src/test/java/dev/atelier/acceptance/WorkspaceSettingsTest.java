package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.client.ApiClientResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The manager sets who may create agents and how long data is kept. */
class WorkspaceSettingsTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Map<String, ?> AGENT =
            Map.of("name", "Status", "instructions", "Be brief.", "model", "atelier/built-in", "tools", List.of());

    private final RunningSystem system = RunningSystem.get();
    private final RunningSystem.TestTeam team = system.team();

    @Test
    void theManagerSaysWhoCreatesAgents() {
        var member = team.member().person();
        await().atMost(SOON)
                .until(() -> member.post(team.path("/agents"), AGENT).status() == 201);

        set(Map.of(), "SELECTED", List.of()).expect(200);
        await().atMost(SOON)
                .until(() -> member.post(team.path("/agents"), AGENT).status() == 403);
        var refused = member.post(team.path("/agents"), AGENT).expect(403);
        assertThat(refused.text("type")).isEqualTo("urn:atelier:problem:may-not-create-agents");
        assertThat(refused.text("managerId")).isEqualTo(team.manager().userId());

        set(Map.of(), "SELECTED", List.of(team.member().userId())).expect(200);
        await().atMost(SOON)
                .until(() -> member.post(team.path("/agents"), AGENT).status() == 201);
    }

    @Test
    void howLongThingsAreKeptIsPreviewedSetAndUndone() {
        var lea = team.manager().person();
        var member = team.member().person();
        var month = Map.of("actions", 30, "runs", 30, "reports", 30, "logs", 90, "photos", 30);

        var preview = lea.get(team.path("/settings/preview?actions=30&runs=30&reports=30&logs=90&photos=30"))
                .expect(200);
        month.keySet()
                .forEach(kind ->
                        assertThat(preview.json().path(kind).asInt(-1)).as(kind).isZero());
        var set = set(month, "EVERYONE", List.of()).expect(200);
        assertThat(set.json().at("/deletableFrom/runs").isString()).isTrue();
        assertThat(member.get(team.path("/settings")).expect(200).json()).isEqualTo(set.json());

        var undone = set(Map.of(), "EVERYONE", List.of()).expect(200);
        assertThat(undone.json().at("/deletableFrom/runs").isNull()).isTrue();
        assertThat(undone.json().at("/retentionDays/runs").isNull()).isTrue();

        var happened = lea.get(team.path("/audit-log?type=workspace.settings-changed"))
                .expect(200)
                .json()
                .path("items");
        assertThat(happened.size()).isEqualTo(2);
        assertThat(happened.at("/0/actor/userId").asString())
                .isEqualTo(team.manager().userId());
    }

    @Test
    void nobodyElseDecides() {
        var wish = Map.of("retentionDays", Map.of(), "agentCreation", "MANAGER");
        var match = Map.of("If-Match", "\"0\"");
        var settings = team.path("/settings");
        var stranger = system.neighbours().stranger();

        team.member().person().request("PUT", settings, wish, match).expect(403);
        team.member().person().get(team.path("/settings/preview?actions=30")).expect(403);
        stranger.request("PUT", settings, wish, match).expect(404);
        stranger.get(settings).expect(404);
        system.neighbours().nobody().get(settings).expect(401);
    }

    private ApiClientResponse set(Map<String, Integer> retention, String creation, List<String> creators) {
        var lea = team.manager().person();
        var etag = lea.get(team.path("/settings")).expect(200).etag();
        return lea.request(
                "PUT",
                team.path("/settings"),
                Map.of("retentionDays", retention, "agentCreation", creation, "agentCreators", creators),
                Map.of("If-Match", etag));
    }
}
