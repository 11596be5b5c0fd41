package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.TestPropertySource;

@ServiceTest
@TestPropertySource(
        properties = {
            "atelier.invitation.open=2",
            "atelier.invitation.per-hour=3",
            "atelier.invitation.per-person-and-hour=4",
            "atelier.invitation.per-address-and-day=3",
            "atelier.invitation.new-account-age=3d",
            "atelier.invitation.new-account-per-day=5",
            "atelier.founding.per-day=2"
        })
class InvitationLimitTest {
    @Autowired
    TestDataFactory town;

    @Autowired
    MongoTemplate mongo;

    final String unique = "-" + UUID.randomUUID() + "@example.org";
    TestUser lea;
    String invitations;

    @BeforeEach
    void aWorkspace() {
        lea = town.person("Lea");
        invitations = town.workspace(lea) + "/invitations";
    }

    /** Each test uses other addresses, because mails to one address are counted over all workspaces. */
    private TestResponse invite(String guest) {
        return lea.post(invitations, Map.of("email", guest + unique));
    }

    /** The address is invited by a person who is unrelated to the others. */
    private TestResponse inviteFromElsewhere(String email) {
        var stranger = town.person("Sam");
        return stranger.post(town.workspace(stranger) + "/invitations", Map.of("email", email));
    }

    @Test
    void oneAddressIsSentSoManyADayByAllWorkspacesTogether() {
        var invitation = invite("ada").expect(201).id();
        lea.post(invitations + "/" + invitation + "/resend", null).expect(200);
        lea.delete(invitations + "/" + invitation).expect(204);
        inviteFromElsewhere(("ADA" + unique).replace("@", "+works@")).expect(201);

        var refused = inviteFromElsewhere("ada" + unique).expectProblem(429, "too-many-mails-to-address");

        assertThat(refused.text()).contains("\"limit\":3");
        assertThat(Long.parseLong(refused.headers().getFirst("Retry-After"))).isBetween(86_300L, 86_400L);
        invite("adam").expect(201);
    }

    @Test
    void sendingAgainCountsToo() {
        var invitation = invite("ada").expect(201).id();
        inviteFromElsewhere("ada" + unique).expect(201);
        inviteFromElsewhere("ada" + unique).expect(201);

        lea.post(invitations + "/" + invitation + "/resend", null).expectProblem(429, "too-many-mails-to-address");
    }

    @Test
    void anAddressOfAListThatHasHadItsMailsIsRefusedByItself() {
        invite("ada").expect(201);
        inviteFromElsewhere("ada" + unique).expect(201);
        inviteFromElsewhere("ada" + unique).expect(201);
        var stranger = town.person("Sam");

        var results = stranger.with("Idempotency-Key", "list" + unique)
                .post(
                        town.workspace(stranger) + "/invitations/bulk",
                        Map.of("emails", List.of("ada" + unique, "ben" + unique)))
                .expect(200)
                .json()
                .path("items");

        assertThat(results.path(0).path("problem").asString())
                .isEqualTo("urn:atelier:problem:too-many-mails-to-address");
        assertThat(results.path(1).path("invitationId").asString("")).isNotEmpty();
    }

    @Test
    void requestsOfTheSameMomentDoNotPassTheLimitTogether() {
        var strangers = Stream.generate(() -> town.person("Sam")).limit(8).toList();
        var paths = strangers.stream().map(town::workspace).toList();

        var statuses = IntStream.range(0, strangers.size())
                .parallel()
                .mapToObj(one -> strangers
                        .get(one)
                        .post(paths.get(one) + "/invitations", Map.of("email", "ada" + unique))
                        .status())
                .toList();

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(3);
        assertThat(statuses).containsOnly(201, 429);
    }

    @Test
    void aNewAccountInvitesFewerInADay() {
        for (var guest : List.of("ada", "ben", "cleo")) {
            lea.delete(invitations + "/" + invite(guest).expect(201).id()).expect(204);
        }
        twoHoursAgo();
        invitations = town.workspace(lea) + "/invitations";
        for (var guest : List.of("dora", "emil")) {
            lea.delete(invitations + "/" + invite(guest).expect(201).id()).expect(204);
        }

        var refused = invite("fay").expectProblem(429, "too-many-invitations");

        assertThat(refused.text()).contains("Within the first 3 days", "\"limit\":5");
        assertThat(Long.parseLong(refused.headers().getFirst("Retry-After"))).isBetween(79_000L, 79_200L);
    }

    private void twoHoursAgo() {
        var workspace = UUID.fromString(invitations.split("/")[3]);
        mongo.getCollection("invitations")
                .updateMany(
                        new Document("workspaceId", workspace),
                        List.of(new Document(
                                "$set",
                                new Document(
                                        "createdAt",
                                        new Document(
                                                "$subtract",
                                                List.of(
                                                        "$createdAt",
                                                        Duration.ofHours(2).toMillis()))))));
    }

    @Test
    void asManyInvitationsAreOpenAsMayBe() {
        invite("ada").expect(201);
        var second = invite("ben").expect(201).id();

        assertThat(invite("cleo")
                        .expectProblem(409, "too-many-open-invitations")
                        .text())
                .contains("\"limit\":2");

        lea.delete(invitations + "/" + second).expect(204);
        invite("cleo").expect(201);
    }

    @Test
    void asManyAreMadeInAnHourAsMayBe() {
        for (var guest : new String[] {"ada", "ben", "cleo"}) {
            lea.delete(invitations + "/" + invite(guest).expect(201).id()).expect(204);
        }

        var refused = invite("dora").expectProblem(429, "too-many-invitations");
        assertThat(Long.parseLong(refused.headers().getFirst("Retry-After"))).isBetween(3_500L, 3_600L);
    }

    @Test
    void asManyAreMadeByOnePersonInAnHourAsMayBe() {
        for (var guest : new String[] {"ada", "ben", "cleo"}) {
            lea.delete(invitations + "/" + invite(guest).expect(201).id()).expect(204);
        }
        invitations = town.workspace(lea) + "/invitations";
        invite("dora").expect(201);

        var refused = invite("emil").expectProblem(429, "too-many-invitations");
        assertThat(refused.text()).contains("You have invited", "\"limit\":4");
        assertThat(Long.parseLong(refused.headers().getFirst("Retry-After"))).isBetween(3_500L, 3_600L);
    }

    @Test
    void asManyWorkspacesAreMadeInADayAsMayBe() {
        town.workspace(lea);

        var refused = lea.post("/api/workspaces", Map.of("name", "Third")).expectProblem(429, "too-many-workspaces");
        assertThat(Long.parseLong(refused.headers().getFirst("Retry-After"))).isBetween(86_300L, 86_400L);
    }

    @Test
    void oneIsNotSentAgainTwiceInAMinute() {
        var resending = invitations + "/" + invite("ada").expect(201).id() + "/resend";

        lea.post(resending, null).expect(200);

        var refused = lea.post(resending, null).expectProblem(429, "invitation-resent-just-now");
        assertThat(Long.parseLong(refused.headers().getFirst("Retry-After"))).isBetween(1L, 60L);
    }

    @Test
    void theSameRequestInvitesOnce() {
        var once = lea.with("Idempotency-Key", "invite-ada");
        var body = Map.of("email", "ada" + unique);

        var first = once.post(invitations, body).expect(201).id();

        assertThat(once.post(invitations, body).expect(201).id()).isEqualTo(first);
        once.post(invitations, Map.of("email", "ben" + unique)).expectProblem(422, "idempotency-key-reused");
    }
}
