package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
@TestInstance(Lifecycle.PER_CLASS)
class ActionListTest {
    @Autowired
    TestDataFactory town;

    TestUser lea;
    TestUser noah;
    String actions;

    @BeforeAll
    void sixActions() {
        lea = town.person("Lea");
        noah = town.person("Noah");
        var workspace = town.workspace(lea);
        town.addMember(workspace, lea, noah);
        var project = town.project(workspace, noah);
        actions = project + "/actions";
        action("birch", "OPEN", "2026-12-01", "LOW", noah);
        action("Ash", "DONE", "2026-12-24", "URGENT", null);
        action("oak", "IN_PROGRESS", null, "NORMAL", noah);
        action("Écru", "BLOCKED", "2026-12-01", "HIGH", null);
        action("cedar", "OPEN", null, "NORMAL", null);
        action("Ash", "OPEN", "2026-11-30", "URGENT", noah);
    }

    private void action(
            String title, String state, @Nullable String due, String priority, @Nullable TestUser assignee) {
        var body = new HashMap<String, Object>();
        body.put("title", title);
        body.put("state", state);
        body.put("priority", priority);
        if (due != null) {
            body.put("due", due);
        }
        body.put("assignees", assignee == null ? List.of() : List.of(assignee.id()));
        noah.post(actions, body).expect(201);
    }

    private String titles(String query) {
        return String.join(" ", lea.get(actions + query).expect(200).items("title"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?state=DONE|Ash",
                "?state=DONE&state=BLOCKED|Ash Écru",
                "?state=DONE,BLOCKED|Ash Écru",
                "?priority=URGENT|Ash Ash",
                "?dueBefore=2026-12-01|Ash",
                "?dueAfter=2026-12-01|Ash",
                "?dueAfter=2026-11-30&dueBefore=2026-12-24|birch Écru",
                "?state=OPEN&priority=URGENT|Ash",
            })
    void filtersCombine(String query, String expected) {
        assertThat(titles(query)).isEqualTo(expected);
    }

    @Test
    void onesOwnWorkIsFoundByAssignee() {
        assertThat(titles("?assigneeId=" + noah.id())).isEqualTo("birch oak Ash");
        assertThat(titles("?assigneeId=" + lea.id())).isEmpty();
    }

    @Test
    void taggedWorkIsFoundByAnyOfItsTags() {
        noah.post(actions, Map.of("title", "larch", "tags", List.of("wood", "cheap")))
                .expect(201);
        noah.post(actions, Map.of("title", "elm", "tags", List.of("wood"))).expect(201);

        assertThat(titles("?tag=wood")).isEqualTo("larch elm");
        assertThat(titles("?tag=cheap&state=OPEN")).isEqualTo("larch");
        assertThat(titles("?tag=cheap,wood")).isEqualTo("larch elm");
        assertThat(titles("?tag=Wood")).isEqualTo("larch elm");
        assertThat(titles("?tag=WOOD&sort=title")).isEqualTo("elm larch");
        assertThat(titles("?tag=woo")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "created, asc, birch Ash oak Écru cedar Ash",
        "created, desc, Ash cedar Écru oak Ash birch",
        "title, asc, Ash Ash birch cedar Écru oak",
        "title, desc, oak Écru cedar birch Ash Ash",
        "due, asc, Ash birch Écru Ash oak cedar",
        "due, desc, Ash Écru birch Ash cedar oak",
        "priority, asc, birch oak cedar Écru Ash Ash",
        "priority, desc, Ash Ash Écru cedar oak birch",
    })
    void everyOrderIsTheSameInOnePageAndInMany(String sort, String direction, String expected) {
        var query = "?sort=" + sort + "&direction=" + direction;
        assertThat(titles(query)).isEqualTo(expected);

        for (int limit : new int[] {1, 2, 5}) {
            var seen = new ArrayList<String>();
            var page = lea.get(actions + query + "&limit=" + limit).expect(200);
            seen.addAll(page.items("title"));
            while (page.next() != null) {
                page = lea.get(actions + query + "&limit=" + limit + "&cursor=" + page.next())
                        .expect(200);
                seen.addAll(page.items("title"));
            }
            assertThat(String.join(" ", seen)).isEqualTo(expected);
        }
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        var next = lea.get(actions + "?sort=due&limit=1").next();

        assertThat(lea.get(actions + "?sort=title&limit=1&cursor=" + next)
                        .expectProblem(400, "invalid-input")
                        .errors())
                .containsExactly("cursor");
    }
}
