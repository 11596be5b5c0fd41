package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A manager invites a list of people; a failure for one does not affect the others. */
class BulkInvitationTest {
    @Test
    void everyAddressOfAListHasItsResultAndItsMail() {
        var system = RunningSystem.get();
        var team = system.team();
        var gwen = system.register("Gwen", "Guest");
        var emails = List.of(gwen.email(), "nonsense", team.member().email(), "second." + gwen.email());

        var apiClientResponse = team.manager()
                .person()
                .postOnce(team.path("/invitations/bulk"), Map.of("emails", emails))
                .expect(200);

        var results = apiClientResponse.json().path("items");
        assertThat(results.path(1).path("problem").asString()).isEqualTo("urn:atelier:problem:invalid-input");
        assertThat(results.path(2).path("problem").asString()).isEqualTo("urn:atelier:problem:already-member");
        assertThat(results.path(3).path("invitationId").asString("")).isNotEmpty();
        system.accept(gwen);
        gwen.person().get(team.path("")).expect(200);
        team.member()
                .person()
                .postOnce(team.path("/invitations/bulk"), Map.of("emails", emails))
                .expect(403);
    }
}
