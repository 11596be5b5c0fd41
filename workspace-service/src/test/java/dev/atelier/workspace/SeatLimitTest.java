package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@ServiceTest
@TestPropertySource(properties = "atelier.invitation.seats=4")
class SeatLimitTest {
    @Autowired
    TestDataFactory town;

    TestUser lea;
    String workspace;

    @BeforeEach
    void aWorkspaceOfFourSeats() {
        lea = town.person("Lea");
        workspace = town.workspace(lea);
    }

    private TestResponse invite(String email) {
        return lea.post(workspace + "/invitations", Map.of("email", email));
    }

    @Test
    void membersAndOpenInvitationsTakeSeats() {
        town.addMember(workspace, lea, town.person("Noah"));
        invite("ada@example.org").expect(201);
        var last = invite("ben@example.org").expect(201).id();

        assertThat(invite("cleo@example.org")
                        .expectProblem(403, "seat-limit-reached")
                        .text())
                .contains("\"limit\":4");

        lea.delete(workspace + "/invitations/" + last).expect(204);
        invite("cleo@example.org").expect(201);
    }

    @Test
    void whoLeavesGivesTheSeatBackAndWhoJoinsKeepsIt() {
        var noah = town.person("Noah");
        town.addMember(workspace, lea, noah);
        town.addMember(workspace, lea, town.person("Max"));
        town.addMember(workspace, lea, town.person("Mia"));
        invite("ada@example.org").expectProblem(403, "seat-limit-reached");

        lea.delete(workspace + "/members/" + noah.id()).expect(204);

        invite("ada@example.org").expect(201);
        invite("ben@example.org").expectProblem(403, "seat-limit-reached");
    }

    @Test
    void aThousandInvitationsAtOnceNeverTakeMoreThanThereAre() throws Exception {
        List<Callable<TestResponse>> all = IntStream.range(0, 1_000)
                .<Callable<TestResponse>>mapToObj(n -> () -> inviteUntilAccepted("guest" + n + "@example.org"))
                .toList();
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(64)) {
            for (var answer : threads.invokeAll(all)) {
                statuses.add(answer.get().status());
            }
        }

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(3);
        assertThat(statuses).containsOnly(201, 403);
        assertThat(lea.get(workspace + "/invitations").items("email")).hasSize(3);
    }

    /** Repeats the request, as a client does, while the service is too busy for it. */
    private TestResponse inviteUntilAccepted(String email) {
        return await().atMost(Duration.ofMinutes(2))
                .until(() -> invite(email), response -> response.status() != 429 && response.status() != 503);
    }

    @Test
    void aListTakesWhatSeatsThereAre() {
        var testResponse = lea.with("Idempotency-Key", "seats")
                .post(
                        workspace + "/invitations/bulk",
                        Map.of("emails", List.of("a@example.org", "b@example.org", "c@example.org", "d@example.org")))
                .expect(200);

        assertThat(testResponse
                        .json()
                        .path("items")
                        .path(2)
                        .path("invitationId")
                        .isNull())
                .isFalse();
        assertThat(testResponse.json().path("items").path(3).path("problem").asString())
                .isEqualTo("urn:atelier:problem:seat-limit-reached");
    }
}
