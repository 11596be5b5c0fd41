package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class MainScenarioTest {
    @Autowired
    TestDataFactory town;

    @Test
    void twoPeopleShareAWorkspaceAProjectAndItsActions() {
        var lea = town.person("Lea");
        var noah = town.person("Noah");

        var workspace = town.workspace(lea);
        town.addMember(workspace, lea, noah);
        assertThat(noah.get(workspace).expect(200).get("role")).isEqualTo("MEMBER");
        assertThat(lea.get(workspace + "/members").expect(200).items("displayName"))
                .containsExactlyInAnyOrder("Lea Martin", "Noah Martin");

        var project = town.project(workspace, lea);
        noah.get(project).expectProblem(404, "not-found");
        lea.post(project + "/participants", Map.of("userId", noah.id())).expect(204);
        assertThat(noah.get(project + "/participants").expect(200).items("email"))
                .containsExactlyInAnyOrder(lea.email(), noah.email());

        var created = noah.post(
                        project + "/actions",
                        Map.of(
                                "title",
                                "Draw the plan",
                                "assignees",
                                List.of(lea.id()),
                                "due",
                                "2026-12-01",
                                "priority",
                                "HIGH"))
                .expect(201);
        var action = project + "/actions/" + created.id();
        var edited = lea.patch(action, created.etag(), "{\"state\": \"IN_PROGRESS\", \"due\": null}")
                .expect(200);
        assertThat(edited.json().path("due").isNull()).isTrue();
        assertThat(edited.get("title")).isEqualTo("Draw the plan");
        noah.post(action + "/comments", Map.of("text", "Started.")).expect(201);
        assertThat(lea.get(action + "/comments").expect(200).items("text")).containsExactly("Started.");
        assertThat(noah.get(action + "/history").expect(200).items("version")).containsExactly("2", "1");
        assertThat(noah.get(project + "/actions?sort=due&state=IN_PROGRESS")
                        .expect(200)
                        .items("title"))
                .containsExactly("Draw the plan");
    }
}
