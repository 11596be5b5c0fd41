package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@ServiceTest
@TestPropertySource(
        properties = {
            "atelier.invitation.open=2",
            "atelier.invitation.per-hour=3",
            "atelier.invitation.per-person-and-hour=4",
            "atelier.founding.per-day=2"
        })
class InvitationLimitsTest {
    @Autowired
    Town town;

    Resident lea;
    String invitations;

    @BeforeEach
    void aWorkspace() {
        lea = town.person("Lea");
        invitations = town.workspace(lea) + "/invitations";
    }

    private Answer invite(String guest) {
        return lea.post(invitations, Map.of("email", guest + "@example.org"));
    }

    @Test
    void asManyInvitationsAreOpenAsMayBe() {
        invite("ada").expect(201);
        var second = invite("ben").expect(201).id();

        assertThat(invite("cleo").refused(409, "too-many-open-invitations").text())
                .contains("\"limit\":2");

        lea.delete(invitations + "/" + second).expect(204);
        invite("cleo").expect(201);
    }

    @Test
    void asManyAreMadeInAnHourAsMayBe() {
        for (var guest : new String[] {"ada", "ben", "cleo"}) {
            lea.delete(invitations + "/" + invite(guest).expect(201).id()).expect(204);
        }

        var refused = invite("dora").refused(429, "too-many-invitations");
        assertThat(Long.parseLong(refused.headers().getFirst("Retry-After"))).isBetween(3_500L, 3_600L);
    }

    @Test
    void asManyAreMadeByOnePersonInAnHourAsMayBe() {
        for (var guest : new String[] {"ada", "ben", "cleo"}) {
            lea.delete(invitations + "/" + invite(guest).expect(201).id()).expect(204);
        }
        invitations = town.workspace(lea) + "/invitations";
        invite("dora").expect(201);

        var refused = invite("emil").refused(429, "too-many-invitations");
        assertThat(refused.text()).contains("You have invited", "\"limit\":4");
        assertThat(Long.parseLong(refused.headers().getFirst("Retry-After"))).isBetween(3_500L, 3_600L);
    }

    @Test
    void asManyWorkspacesAreMadeInADayAsMayBe() {
        town.workspace(lea);

        var refused = lea.post("/api/workspaces", Map.of("name", "Third")).refused(429, "too-many-workspaces");
        assertThat(Long.parseLong(refused.headers().getFirst("Retry-After"))).isBetween(86_300L, 86_400L);
    }

    @Test
    void oneIsNotSentAgainTwiceInAMinute() {
        var resending = invitations + "/" + invite("ada").expect(201).id() + "/resending";

        lea.post(resending, null).expect(200);

        var refused = lea.post(resending, null).refused(429, "invitation-resent-just-now");
        assertThat(Long.parseLong(refused.headers().getFirst("Retry-After"))).isBetween(1L, 60L);
    }

    @Test
    void theSameRequestInvitesOnce() {
        var once = lea.with("Idempotency-Key", "invite-ada");
        var body = Map.of("email", "ada@example.org");

        var first = once.post(invitations, body).expect(201).id();

        assertThat(once.post(invitations, body).expect(201).id()).isEqualTo(first);
        once.post(invitations, Map.of("email", "ben@example.org")).refused(422, "idempotency-key-reused");
    }
}
