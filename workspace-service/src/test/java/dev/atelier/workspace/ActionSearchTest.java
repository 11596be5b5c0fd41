package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
@TestInstance(Lifecycle.PER_CLASS)
class ActionSearchTest {
    @Autowired
    TestDataFactory town;

    TestUser lea;
    String actions;

    @BeforeAll
    void work() {
        lea = town.person("Lea");
        actions = town.project(town.workspace(lea), lea) + "/actions";
        action("Order flour", "The invoices of the mill come monthly", "DONE");
        action("Commander la farine", "Les factures du moulin arrivent à l'équipe", "OPEN");
        action("Clean the oven", "", "OPEN", "hygiène");
        action("Nettoyer le four", "Avant l'inspection d’hygiène", "BLOCKED");
    }

    private void action(String title, String description, String state, String... tags) {
        lea.post(actions, Map.of("title", title, "description", description, "state", state, "tags", List.of(tags)))
                .expect(201);
    }

    private List<String> found(String search, String rest) {
        return lea.get(actions + "?search=" + encoded(search) + rest)
                .expect(200)
                .items("title");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "invoice, Order flour",
        "facture équipe, Commander la farine",
        "EQUIPE, Commander la farine",
        "orders, Order flour",
        "hygiene, Clean the oven|Nettoyer le four",
        "'ovens cleaning', Clean the oven",
        "'clean mill', ''",
        "'$where', ''",
        "'\"clean\" -oven', ''",
        "'\"clean\"', Clean the oven",
        "invoic, Order flour",
        "mou, Commander la farine",
        "hygi, Clean the oven|Nettoyer le four",
        "'oven -hygiene', ''",
        "'four -ovens', Nettoyer le four",
    })
    void wordsOfBothLanguagesAreFoundInTitleDescriptionAndTags(String search, String titles) {
        assertThat(String.join("|", found(search, ""))).isEqualTo(titles);
    }

    @Test
    void aSearchCombinesWithFiltersAndOrdersAndPages() {
        assertThat(found("hygiène", "&state=BLOCKED")).containsExactly("Nettoyer le four");
        assertThat(found("hygiène", "&sort=title&direction=desc"))
                .containsExactly("Nettoyer le four", "Clean the oven");

        var first = lea.get(actions + "?search=hygiene&limit=1").expect(200);
        assertThat(first.items("title")).containsExactly("Clean the oven");
        assertThat(lea.get(actions + "?search=hygiene&limit=1&cursor=" + first.next())
                        .items("title"))
                .containsExactly("Nettoyer le four");
    }

    @Test
    void whatIsWrittenNowIsFoundNowAndWhatIsGoneIsNot() {
        var project = town.project(town.workspace(lea), lea);
        var action = town.action(project, lea, "Rye");
        assertThat(lea.get(project + "/actions?search=rye").items("title")).containsExactly("Rye");

        lea.patch(action, lea.get(action).etag(), Map.of("title", "Spelt")).expect(200);

        assertThat(lea.get(project + "/actions?search=rye").items("title")).isEmpty();
        assertThat(lea.get(project + "/actions?search=spelt").items("title")).containsExactly("Spelt");
        assertThat(lea.get(actions + "?search=spelt").items("title")).isEmpty();
    }

    @Test
    void whatIsSaidAboutWorkIsFoundAndStaysSoWhenItIsEdited() {
        var project = town.project(town.workspace(lea), lea);
        var action = town.action(project, lea, "Rye");

        lea.post(action + "/comments", Map.of("text", "Which mill?")).expect(201);
        assertThat(lea.get(project + "/actions?search=rye").items("title")).containsExactly("Rye");
        assertThat(lea.get(project + "/actions?search=mill").items("title")).containsExactly("Rye");

        lea.patch(action, lea.get(action).etag(), Map.of("title", "Spelt")).expect(200);
        assertThat(lea.get(project + "/actions?search=mill").items("title")).containsExactly("Spelt");
        assertThat(lea.get(project + "/actions?search=rye").items("title")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "会議, 明日の会議",
        "会, 明日の会議",
        "strasse, Straße kehren",
        "smorrebr, Smørrebrød",
        "lodz, Łódź",
        "email, Write an e-mail",
        "mai, Write an e-mail",
        "พรุ่งนี้, ประชุมพรุ่งนี้เช้า",
    })
    void otherScriptsAndKeyboardsFind(String search, String title) {
        var project = town.project(town.workspace(lea), lea);
        for (var one :
                List.of("明日の会議", "Straße kehren", "Smørrebrød", "Łódź", "Write an e-mail", "ประชุมพรุ่งนี้เช้า")) {
            town.action(project, lea, one);
        }

        assertThat(lea.get(project + "/actions?search=" + encoded(search)).items("title"))
                .containsExactly(title);
    }

    /** Restores the state of documents older than versions and search. */
    @Test
    void workThatWasStoredBeforeTheSearchIsFoundSoon() {
        var project = town.project(town.workspace(lea), lea);
        var action = town.action(project, lea, "Smørrebrød");
        lea.post(action + "/comments", Map.of("text", "Which mill?")).expect(201);
        var etag = lea.get(action).etag();
        var id = UUID.fromString(action.substring(action.lastIndexOf('/') + 1));
        town.mongo()
                .getCollection("actions")
                .updateOne(
                        new Document("_id", id).append("workspaceId", UUID.fromString(action.split("/")[3])),
                        Document.parse("{$unset: {words: '', commentWords: '', searchVersion: ''}}"));

        await().untilAsserted(() -> {
            assertThat(lea.get(project + "/actions?search=smorrebrod").items("title"))
                    .containsExactly("Smørrebrød");
            assertThat(lea.get(project + "/actions?search=mill").items("title")).containsExactly("Smørrebrød");
        });
        assertThat(lea.get(action).etag()).as("nobody changed it").isEqualTo(etag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?!", "\""})
    void aSearchWithoutAWordFindsEverything(String search) {
        assertThat(found(search, "")).hasSize(4);
    }

    @Test
    void aPastedTitleOfManyWordsIsFound() {
        var project = town.project(town.workspace(lea), lea);
        var title =
                "Order the flour, the salt and the yeast of the mill for our new bakery in the old town, then clean it";
        town.action(project, lea, title);

        assertThat(lea.get(project + "/actions?search=" + encoded(title)).items("title"))
                .containsExactly(title);
        lea.get(actions + "?search=" + "x".repeat(201)).expectProblem(400, "invalid-input");
    }

    @Test
    void aListIsAskedForAtMostTenTags() {
        assertThat(lea.get(actions + "?tag=a,b,c,d,e,f,g,h,i,j,k")
                        .expectProblem(400, "invalid-input")
                        .errors())
                .containsExactly("tag");
    }
}
