package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
@TestInstance(Lifecycle.PER_CLASS)
class SavedViewTest {
    @Autowired
    TestDataFactory town;

    TestUser lea;
    TestUser noah;
    TestUser stranger;
    String workspace;
    String project;
    String views;

    @BeforeAll
    void aProjectOfTwo() {
        lea = town.person("Lea");
        noah = town.person("Noah");
        stranger = town.person("Sam");
        workspace = town.workspace(lea);
        town.addMember(workspace, lea, noah);
        project = town.project(workspace, noah);
        views = project + "/views";
    }

    private String saved(TestUser owner, String name, boolean shared) {
        return views + "/"
                + owner.post(views, Map.of("name", name, "shared", shared))
                        .expect(201)
                        .id();
    }

    @Test
    void aViewKeepsWhatItIsMadeOf() {
        var filter = Map.of(
                "state",
                new String[] {"OPEN", "BLOCKED"},
                "assigneeId",
                noah.id().toString(),
                "dueBefore",
                "2026-12-31",
                "priority",
                new String[] {"URGENT"},
                "tag",
                new String[] {"wood"},
                "search",
                "flour");
        var saved = noah.post(
                        views, Map.of("name", " Late wood ", "filter", filter, "sort", "due", "direction", "desc"))
                .expect(201);

        var read = noah.get(views + "/" + saved.id()).expect(200);
        assertThat(read.json()).isEqualTo(saved.json());
        assertThat(read.etag()).isEqualTo("\"1\"");
        assertThat(read.get("name")).isEqualTo("Late wood");
        assertThat(read.get("sort")).isEqualTo("due");
        assertThat(read.get("direction")).isEqualTo("desc");
        assertThat(read.json().path("filter").path("state").path(1).asString()).isEqualTo("BLOCKED");
        assertThat(read.json().path("filter").path("search").asString()).isEqualTo("flour");
        assertThat(read.json().path("filter").path("dueAfter").isNull()).isTrue();
    }

    @Test
    void onesOwnViewIsNobodyElses() {
        var own = saved(noah, "Only mine", false);

        lea.get(own).expectProblem(404, "not-found");
        lea.patch(own, "\"1\"", Map.of("name", "Yours")).expectProblem(404, "not-found");
        lea.with("If-Match", "\"1\"").delete(own).expectProblem(404, "not-found");
        assertThat(lea.get(views).items("name")).doesNotContain("Only mine");
        assertThat(noah.get(views).items("name")).contains("Only mine");
    }

    @Test
    void everybodyInTheProjectChangesASharedView() {
        var shared = saved(noah, "Everybody's", true);

        lea.patch(shared, "\"1\"", Map.of("name", "All of ours")).expect(200);
        noah.patch(shared, "\"1\"", Map.of("name", "Mine")).expectProblem(412, "stale");
        noah.send(org.springframework.http.HttpMethod.PATCH, shared, Map.of("name", "Mine"))
                .expectProblem(428, "if-match-missing");
        lea.patch(shared, "\"2\"", Map.of("shared", false)).expectProblem(403, "forbidden");
        lea.with("If-Match", "\"1\"").delete(shared).expectProblem(412, "stale");
        lea.with("If-Match", "\"2\"").delete(shared).expect(204);
        noah.get(shared).expectProblem(404, "not-found");
    }

    @Test
    void itsOwnerTakesAViewBack() {
        var view = saved(noah, "For a while", true);
        lea.get(view).expect(200);

        noah.patch(view, "\"1\"", Map.of("shared", false)).expect(200);

        lea.get(view).expectProblem(404, "not-found");
    }

    @Test
    void strangersFindNoViews() {
        var view = saved(noah, "Not for strangers", true);

        stranger.get(views).expectProblem(404, "not-found");
        stranger.get(view).expectProblem(404, "not-found");
        stranger.post(views, Map.of("name", "Mine")).expectProblem(404, "not-found");
    }

    @Test
    void aViewIsOfOneProject() {
        var other = town.project(workspace, noah);
        var view = saved(noah, "Here", true);

        noah.get(other + view.substring(project.length())).expectProblem(404, "not-found");
        assertThat(noah.get(other + "/views").items("name")).isEmpty();
    }

    @Test
    void whoLeavesLeavesTheSharedOnes() {
        var max = town.person("Max");
        town.addMember(workspace, lea, max);
        noah.post(project + "/participants", Map.of("userId", max.id().toString()))
                .expect(204);
        saved(max, "Max's shared", true);
        saved(max, "Max's own", false);

        max.delete(project + "/participants/" + max.id()).expect(204);
        noah.post(project + "/participants", Map.of("userId", max.id().toString()))
                .expect(204);

        assertThat(max.get(views).items("name")).contains("Max's shared").doesNotContain("Max's own");
    }

    @Test
    void aPersonHasAtMostFiftyOfTheirOwnInAProject() {
        var here = town.project(workspace, noah) + "/views";
        for (int n = 0; n < 50; n++) {
            noah.post(here, Map.of("name", "View " + n)).expect(201);
        }

        noah.post(here, Map.of("name", "One more")).expectProblem(409, "too-many-views");
        noah.post(here, Map.of("name", "One more", "shared", true)).expect(201);
        lea.post(here, Map.of("name", "Lea's")).expect(201);
        assertThat(noah.get(here + "?limit=30").items("name")).hasSize(30);
        assertThat(noah.get(here + "?limit=30&cursor="
                                + noah.get(here + "?limit=30").next())
                        .items("name"))
                .hasSize(21);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|name",
                "{\"name\": \" \"}|name",
                "{\"name\": \"a\", \"sort\": \"size\"}|sort",
                "{\"name\": \"a\", \"direction\": \"up\"}|direction",
                "{\"name\": \"a\", \"filter\": {\"dueBefore\": \"31.12.2026\"}}|filter.dueBefore",
                "{\"name\": \"a\", \"filter\": {\"state\": [\"LOST\"]}}|filter.state",
                "{\"name\": \"a\", \"filter\": {\"colour\": \"red\"}}|filter.colour",
                "{\"name\": \"a\", \"filter\": {\"tag\": [\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"a\",\"b\"]}}|filter.tag",
            })
    void aViewThatCannotBeIsRefused(String body, String field) {
        assertThat(noah.post(views, body).expectProblem(400, "invalid-input").errors())
                .first()
                .asString()
                .startsWith(field);
    }
}
