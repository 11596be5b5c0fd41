package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.client.ApiClient;
import dev.atelier.client.ApiClientResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Search in English and French, filters, paging and saved views of actions. */
class ActionSearchTest {
    private static RunningSystem.TestTeam team;
    private static ApiClient mona;
    private static ApiClient max;
    private static String project;

    @BeforeAll
    static void aBakeryAtWork() {
        var system = RunningSystem.get();
        team = system.team();
        mona = team.manager().person();
        max = team.member().person();
        project = team.path("/projects/"
                + mona.post(team.path("/projects"), Map.of("name", "Bakery"))
                        .expect(201)
                        .text("id"));
        mona.post(project + "/participants", Map.of("userId", team.member().userId()))
                .expect(204);
        action("Pay the invoices of the mill", "OPEN", "money");
        action("Payer les factures du moulin", "OPEN", "money");
        action("Clean the oven", "DONE", "hygiène");
    }

    private static void action(String title, String state, String tag) {
        mona.post(project + "/actions", Map.of("title", title, "state", state, "tags", List.of(tag)))
                .expect(201);
    }

    private static List<String> titles(ApiClientResponse list) {
        var titles = new ArrayList<String>();
        list.expect(200)
                .json()
                .path("items")
                .forEach(one -> titles.add(one.path("title").asString()));
        return titles;
    }

    private static List<String> found(String search) {
        return titles(max.get(project + "/actions?search=" + URLEncoder.encode(search, StandardCharsets.UTF_8)));
    }

    @Test
    void wordsOfBothLanguagesFindWorkInWhateverForm() {
        assertThat(found("invoice")).containsExactly("Pay the invoices of the mill");
        assertThat(found("facture moulin")).containsExactly("Payer les factures du moulin");
        assertThat(found("HYGIENE")).containsExactly("Clean the oven");
        assertThat(found("bread")).isEmpty();
    }

    @Test
    void aSearchThatCannotBeSaysWhy() {
        var refused = max.get(project + "/actions?search=" + "x".repeat(201)).expect(400);

        assertThat(refused.json().path("errors").path(0).path("field").asString())
                .isEqualTo("search");
    }

    @Test
    void aViewIsSavedSharedChangedAndDeleted() {
        var filter = Map.of("state", List.of("OPEN"), "tag", List.of("money"));
        var view = max.post(project + "/views", Map.of("name", "To pay", "filter", filter, "sort", "title"))
                .expect(201);
        var path = project + "/views/" + view.text("id");
        mona.get(path).expect(404);

        var shared = max.patch(path, Map.of("shared", true), view.etag()).expect(200);
        assertThat(mona.get(path).expect(200).text("name")).isEqualTo("To pay");
        mona.patch(path, Map.of("name", "Bills"), view.etag()).expect(412);
        var changed = mona.patch(path, Map.of("name", "Bills"), shared.etag()).expect(200);

        var kept = max.get(path).expect(200).json().path("filter");
        assertThat(titles(max.get(project + "/actions?state="
                        + kept.path("state").path(0).asString() + "&tag="
                        + kept.path("tag").path(0).asString() + "&sort=title&limit=1")))
                .containsExactly("Pay the invoices of the mill");
        max.request("DELETE", path, null, Map.of("If-Match", changed.etag())).expect(204);
        mona.get(path).expect(404);
    }
}
