package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServiceTest
class BulkInvitationTest {
    @Autowired
    TestDataFactory town;

    TestUser lea;
    TestUser noah;
    String workspace;

    @BeforeEach
    void aWorkspaceOfTwo() {
        lea = town.person("Lea");
        noah = town.person("Noah");
        workspace = town.workspace(lea);
        town.addMember(workspace, lea, noah);
    }

    private TestResponse invite(TestUser by, String key, List<String> emails) {
        return by.with("Idempotency-Key", key).post(workspace + "/invitations/bulk", Map.of("emails", emails));
    }

    private static List<String> problems(TestResponse testResponse) {
        return testResponse
                .json()
                .path("items")
                .valueStream()
                .map(result -> result.path("problem").asString("").replace("urn:atelier:problem:", ""))
                .toList();
    }

    @Test
    void eachAddressHasItsResult() {
        lea.post(workspace + "/invitations", Map.of("email", "open@example.org"))
                .expect(201);

        var testResponse = invite(
                        lea,
                        "each",
                        List.of(
                                "new@example.org",
                                "OPEN@example.org",
                                noah.email(),
                                "nonsense",
                                "",
                                "other@example.org"))
                .expect(200);

        assertThat(problems(testResponse))
                .containsExactly("", "member-already-invited", "already-member", "invalid-input", "invalid-input", "");
        assertThat(lea.get(workspace + "/invitations").items("email"))
                .containsExactlyInAnyOrder("open@example.org", "new@example.org", "other@example.org");
        var invitation =
                testResponse.json().path("items").path(0).path("invitationId").asString();
        assertThat(town.token(invitation)).isNotEmpty();
    }

    @Test
    void anAddressThatStandsTwiceIsInvitedOnce() {
        var testResponse = invite(lea, "twice", List.of("a@example.org", " A@Example.org "))
                .expect(200);

        var results = testResponse.json().path("items");
        assertThat(results.path(0).path("invitationId"))
                .isEqualTo(results.path(1).path("invitationId"));
        assertThat(lea.get(workspace + "/invitations").items("email")).hasSize(1);
    }

    @Test
    void theSameKeyInvitesOnceAndAnswersTheSame() {
        var first = invite(lea, "again", List.of("a@example.org")).expect(200);
        var again = invite(lea, "again", List.of("a@example.org")).expect(200);

        assertThat(again.json()).isEqualTo(first.json());
        invite(lea, "again", List.of("b@example.org")).expectProblem(422, "idempotency-key-reused");
        lea.post(workspace + "/invitations/bulk", Map.of("emails", List.of("b@example.org")))
                .expectProblem(400, "idempotency-key-missing");
    }

    @Test
    void aThousandAreInvitedInOneRequestAndEachIsSaidOnce() {
        var emails = IntStream.range(0, 1_000)
                .mapToObj(n -> "guest" + n + "@example.org")
                .toList();

        var testResponse = invite(lea, "thousand", emails).expect(200);

        assertThat(problems(testResponse).stream().filter(String::isEmpty)).hasSize(1_000);
        var said = town.events(workspace).stream()
                .filter(outboxMessage -> outboxMessage.type().equals("workspace.member-invited"))
                .toList();
        assertThat(said).hasSize(1_001);
        assertThat(town.events(workspace).stream()
                        .map(TestDataFactory.OutboxMessage::sequence)
                        .distinct())
                .hasSize(town.events(workspace).size());
        assertThat(said.stream()
                        .map(TestDataFactory.OutboxMessage::payload)
                        .map(BulkInvitationTest::invitation)
                        .distinct())
                .hasSize(1_001);
    }

    private static String invitation(JsonNode payload) {
        return payload.path("invitationId").asString();
    }

    @Test
    void theManagerAloneInvitesLists() {
        invite(noah, "not-me", List.of("a@example.org")).expectProblem(403, "only-the-manager");
        invite(town.person("Sam"), "not-me", List.of("a@example.org")).expectProblem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"emails\": []}", "{\"emails\": \"a@example.org\"}", "{\"emails\": [null]}"})
    void aListThatCannotBeIsRefused(String body) {
        assertThat(lea.with("Idempotency-Key", "bad")
                        .post(workspace + "/invitations/bulk", body)
                        .expectProblem(400, "invalid-input")
                        .errors())
                .first()
                .asString()
                .startsWith("emails");
    }

    @Test
    void moreThanAThousandAreRefused() {
        var emails = IntStream.range(0, 1_001)
                .mapToObj(n -> "g" + n + "@example.org")
                .toList();

        assertThat(invite(lea, "many", emails)
                        .expectProblem(400, "invalid-input")
                        .errors())
                .containsExactly("emails");
    }
}
