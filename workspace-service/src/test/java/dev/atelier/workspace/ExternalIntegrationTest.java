package dev.atelier.workspace;

import static dev.atelier.workspace.FakeIntegrationServer.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
@TestInstance(Lifecycle.PER_CLASS)
class ExternalIntegrationTest {
    @Autowired
    TestDataFactory town;

    FakeIntegrationServer systems;
    TestUser lea;
    TestUser noah;
    String workspace;
    String integrations;

    @BeforeAll
    void aWorkspaceOfTwo() throws IOException {
        systems = new FakeIntegrationServer();
        lea = town.person("Lea");
        noah = town.person("Noah");
        workspace = town.workspace(lea);
        town.addMember(workspace, lea, noah);
        integrations = workspace + "/integrations";
    }

    @AfterAll
    void gone() {
        systems.close();
    }

    private Map<String, Object> described(String kind, String system, List<String> references) {
        var body = new HashMap<String, Object>();
        body.put("kind", kind);
        body.put("name", "Our " + system);
        body.put("address", systems.address(system));
        body.put("references", references);
        body.put("secret", SECRET);
        return body;
    }

    private TestResponse connected(String kind, String system, String... references) {
        return lea.post(integrations, described(kind, system, List.of(references)))
                .expect(201);
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB, github, atelier/site, /github/repos/atelier/site",
        "GITLAB, gitlab, atelier/site/web, /gitlab/api/v4/projects/atelier%2Fsite%2Fweb",
        "FORGEJO, forgejo, atelier/site, /forgejo/api/v1/repos/atelier/site",
        "OPENPROJECT, openproject, site, /openproject/api/v3/projects/site"
    })
    void aSystemIsAskedBeforeItIsKept(String kind, String system, String reference, String path) {
        var connected = connected(kind, system, reference);

        assertThat(systems.asked()).contains(path);
        assertThat(connected.get("account")).isEqualTo("lea-martin");
        assertThat(connected.get("lastFour")).isEqualTo("WXYZ");
        assertThat(connected.text()).doesNotContain("0123456789");
        assertThat(lea.get(integrations + "/" + connected.id()).expect(200).json())
                .isEqualTo(connected.json());
    }

    @Test
    void anythingElseMustAnswerItsAddress() {
        var connected = connected("OTHER", "other", "the third shelf");

        assertThat(connected.json().path("account").isNull()).isTrue();
        assertThat(connected.json().path("references").path(0).asString()).isEqualTo("the third shelf");
    }

    @Test
    void membersReadWithoutTheSecretsEndAndChangeNothing() {
        var there = integrations + "/" + connected("GITHUB", "github").id();

        var read = noah.get(there).expect(200);
        assertThat(read.get("name")).isEqualTo("Our github");
        assertThat(read.json().path("lastFour").isNull()).isTrue();
        noah.post(integrations, described("GITHUB", "github", List.of())).expectProblem(403, "only-the-manager");
        noah.patch(there, "\"1\"", Map.of("name", "Mine")).expectProblem(403, "only-the-manager");
        noah.post(there + "/test", null).expectProblem(403, "only-the-manager");
        noah.with("If-Match", "\"1\"").delete(there).expectProblem(403, "only-the-manager");
        var stranger = town.person("Sam");
        stranger.get(there).expectProblem(404, "not-found");
        stranger.get(integrations).expectProblem(404, "not-found");
        stranger.post(there + "/test", null).expectProblem(404, "not-found");
        lea.get(town.workspace(lea) + there.substring(workspace.length())).expectProblem(404, "not-found");
    }

    @Test
    void theSecretIsStoredSealed() {
        var id = connected("GITHUB", "github").id();

        var stored = town.mongo()
                .getCollection("integrations")
                .find(Filters.and(
                        Filters.eq("workspaceId", UUID.fromString(workspace.substring("/api/workspaces/".length()))),
                        Filters.eq("_id", UUID.fromString(id))))
                .first();
        assertThat(String.valueOf(stored)).contains("v1.").doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB, broken, broken",
        "GITHUB, busy, busy",
        "GITHUB, page, not-this-system",
        "GITHUB, moved, not-this-system",
        "GITHUB, nowhere, not-found",
        "GITHUB, hanging, slow",
        "OTHER, hanging, slow"
    })
    void whatDoesNotWorkIsNotKept(String kind, String system, String code) {
        int before = lea.get(integrations + "?limit=100").items("id").size();

        var refused =
                lea.post(integrations, described(kind, system, List.of())).expectProblem(422, "integration-failed");

        assertThat(refused.get("code")).isEqualTo(code);
        assertThat(refused.get("asked")).isEqualTo("account");
        assertThat(lea.get(integrations + "?limit=100").items("id")).hasSize(before);
    }

    @Test
    void aReferenceThatIsNotShownIsNamed() {
        var refused = lea.post(integrations, described("GITHUB", "github", List.of("atelier/site", "atelier/secret")))
                .expectProblem(422, "integration-failed");

        assertThat(refused.get("code")).isEqualTo("not-found");
        assertThat(refused.get("asked")).isEqualTo("atelier/secret");
    }

    @Test
    void aSecretThatTheSystemDoesNotTakeIsNotKept() {
        var body = described("GITLAB", "gitlab", List.of());
        body.put("secret", "something-else-entirely");

        assertThat(lea.post(integrations, body)
                        .expectProblem(422, "integration-failed")
                        .get("code"))
                .isEqualTo("secret-refused");
    }

    @ParameterizedTest
    @CsvSource({"http://10.1.2.3", "https://192.168.0.9/api", "https://[::1]:8443", "http://169.254.169.254/latest"})
    void privateNetworksAreNotReached(String address) {
        var body = described("OTHER", "other", List.of());
        body.put("address", address);

        assertThat(lea.post(integrations, body)
                        .expectProblem(422, "integration-failed")
                        .get("code"))
                .isEqualTo("private-address");
    }

    @Test
    void whatIsChangedIsAskedForAgain() {
        var there = integrations + "/" + connected("GITHUB", "github").id();

        lea.patch(there, "\"1\"", Map.of("references", List.of("atelier/secret")))
                .expectProblem(422, "integration-failed");
        var changed = lea.patch(there, "\"1\"", Map.of("name", "Code", "references", List.of("atelier/site")))
                .expect(200);

        assertThat(changed.etag()).isEqualTo("\"2\"");
        assertThat(changed.get("name")).isEqualTo("Code");
        assertThat(changed.get("lastFour")).isEqualTo("WXYZ");
        lea.patch(there, "\"1\"", Map.of("name", "Late")).expectProblem(412, "stale");
        assertThat(lea.post(there + "/test", null).expect(200).etag()).isEqualTo("\"2\"");
    }

    @Test
    void theSecretDoesNotFollowToAnotherAddress() {
        var there = integrations + "/" + connected("GITHUB", "github").id();
        int before = systems.asked().size();

        var refused = lea.patch(there, "\"1\"", Map.of("address", systems.address("other")));

        assertThat(refused.expectProblem(400, "invalid-input").errors()).containsExactly("secret");
        assertThat(systems.asked()).hasSize(before);
    }

    @Test
    void whatIsRemovedIsGoneAndWasSaid() {
        var there = integrations + "/" + connected("FORGEJO", "forgejo").id();
        lea.patch(there, "\"1\"", Map.of("name", "Code")).expect(200);

        lea.with("If-Match", "\"1\"").delete(there).expectProblem(412, "stale");
        lea.with("If-Match", "\"2\"").delete(there).expect(204);

        lea.get(there).expectProblem(404, "not-found");
        lea.post(there + "/test", null).expectProblem(404, "not-found");
        assertThat(town.events(there))
                .extracting(TestDataFactory.OutboxMessage::type, TestDataFactory.OutboxMessage::sequence)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("workspace.integration-connected", 1L),
                        org.assertj.core.groups.Tuple.tuple("workspace.integration-changed", 2L),
                        org.assertj.core.groups.Tuple.tuple("workspace.integration-removed", 3L));
        assertThat(lea.get(workspace + "/audit-log?type=workspace.integration-removed")
                        .items("type"))
                .isNotEmpty();
    }

    @Test
    void aWorkspaceHasAtMostFifty() {
        var here = town.workspace(lea) + "/integrations";
        for (int n = 0; n < 50; n++) {
            lea.post(here, described("OTHER", "other", List.of())).expect(201);
        }

        lea.post(here, described("OTHER", "other", List.of())).expectProblem(409, "too-many-integrations");
        var first = lea.get(here + "?limit=30").expect(200);
        assertThat(first.items("id")).hasSize(30);
        assertThat(lea.get(here + "?limit=30&cursor=" + first.next()).items("id"))
                .hasSize(20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|kind",
                "{\"kind\": \"GITHUB\", \"name\": \" \", \"secret\": \"12345678\"}|name",
                "{\"kind\": \"GITHUB\", \"name\": \"a\", \"secret\": \"1234567\"}|secret",
                "{\"kind\": \"GITHUB\", \"name\": \"a\", \"secret\": \"1234 5678\"}|secret",
                "{\"kind\": \"FORGEJO\", \"name\": \"a\", \"secret\": \"12345678\"}|address",
                "{\"kind\": \"OTHER\", \"name\": \"a\", \"secret\": \"12345678\", \"address\": \"ftp://a.example\"}|address",
                "{\"kind\": \"OTHER\", \"name\": \"a\", \"secret\": \"12345678\", \"address\": \"https://u:p@a.example\"}|address",
                "{\"kind\": \"OTHER\", \"name\": \"a\", \"secret\": \"12345678\", \"address\": \"https://a.example/?a=b\"}|address",
                "{\"kind\": \"OTHER\", \"name\": \"a\", \"secret\": \"12345678\", \"address\": \"not an address\"}|address",
                "{\"kind\": \"GITHUB\", \"name\": \"a\", \"secret\": \"12345678\", \"references\": [\"../../user\"]}|references[0]",
                "{\"kind\": \"GITHUB\", \"name\": \"a\", \"secret\": \"12345678\", \"references\": [\"a/b\", \"a\"]}|references[1]"
            })
    void saysWhatIsWrong(String body, String field) {
        assertThat(lea.post(integrations, body)
                        .expectProblem(400, "invalid-input")
                        .errors())
                .contains(field);
    }
}
