package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class InvitationTest {
    @Autowired
    TestDataFactory town;

    TestUser lea;
    TestUser noah;
    String workspace;

    @BeforeEach
    void aWorkspace() {
        lea = town.person("Lea");
        noah = town.person("Noah");
        workspace = town.workspace(lea);
    }

    private String invite(TestUser guest) {
        return lea.post(workspace + "/invitations", Map.of("email", guest.email()))
                .expect(201)
                .id();
    }

    private TestResponse accept(TestUser guest, String token) {
        return guest.post("/api/invitations/accept", Map.of("token", token));
    }

    @Test
    void theManagerSeesTheAddressAndNothingAboutItsOwner() {
        var invitation = lea.post(
                workspace + "/invitations", Map.of("email", noah.email().toUpperCase(java.util.Locale.ROOT)));

        assertThat(invitation.get("email"))
                .isEqualTo(noah.email().substring(0, noah.email().indexOf('@')).toUpperCase(java.util.Locale.ROOT)
                        + noah.email().substring(noah.email().indexOf('@')));
        assertThat(invitation.text()).doesNotContain("Noah", noah.id().toString());
        assertThat(lea.get(workspace + "/invitations").text())
                .doesNotContain("Noah", noah.id().toString());
    }

    @Test
    void theMailNamesTheWorkspaceAndTheInviterAndIsForNotificationServiceAlone() {
        var mail = "/internal/invitations/" + invite(noah) + "/mail";

        var parts = town.notifications().get(mail).expect(200);
        assertThat(parts.get("email")).isEqualTo(noah.email());
        assertThat(parts.get("workspaceName")).isEqualTo("Atelier Martin");
        assertThat(parts.get("inviterName")).isEqualTo("Lea Martin");
        lea.viaService("report-service").get(mail).expectProblem(403, "forbidden");
        assertThat(lea.get(mail).status()).isBetween(401, 403);
    }

    @Test
    void acceptingTwiceIsAcceptingOnce() {
        var token = town.token(invite(noah));

        assertThat(accept(noah, token).expect(200).get("workspaceId")).isEqualTo(workspace.substring(16));
        accept(noah, token).expect(200);
        assertThat(lea.get(workspace + "/members").items("userId")).hasSize(2);
        assertThat(lea.get(workspace + "/invitations").items("id")).isEmpty();
    }

    @Test
    void onlyTheOwnerOfTheAddressAccepts() {
        var token = town.token(invite(noah));
        var mallory = town.person("Mallory");

        var refused = accept(mallory, token).expectProblem(403, "invitation-for-somebody-else");
        assertThat(refused.text()).doesNotContain(noah.email());
        mallory.get(workspace).expectProblem(404, "not-found");
    }

    @Test
    void onlyAnActivatedAccountAccepts() {
        var newcomer = town.person("Ines", false, false);
        accept(newcomer, town.token(invite(newcomer))).expectProblem(403, "account-not-activated");

        var deactivated = town.person("Otto", true, true);
        accept(deactivated, town.token(invite(deactivated))).expectProblem(403, "account-not-activated");
    }

    @Test
    void aRevokedInvitationIsGone() {
        var invitation = invite(noah);
        var token = town.token(invitation);

        lea.delete(workspace + "/invitations/" + invitation).expect(204);

        accept(noah, token).expectProblem(410, "invitation-no-longer-open");
        town.notifications()
                .get("/internal/invitations/" + invitation + "/mail")
                .expectProblem(410, "invitation-no-longer-open");
        lea.delete(workspace + "/invitations/" + invitation).expectProblem(410, "invitation-no-longer-open");
        invite(noah);
    }

    @Test
    void aNewMailVoidsTheLinkOfTheEarlierOne() {
        var invitation = invite(noah);
        var first = town.token(invitation);

        lea.post(workspace + "/invitations/" + invitation + "/resend", null).expect(200);

        accept(noah, first).expectProblem(410, "invitation-no-longer-open");
        accept(noah, town.token(invitation)).expect(200);
    }

    @Test
    void nobodyIsInvitedTwice() {
        var invitation = invite(noah);
        var again = lea.post(
                workspace + "/invitations", Map.of("email", noah.email().toUpperCase(java.util.Locale.ROOT)));
        assertThat(again.expectProblem(409, "member-already-invited").get("invitationId"))
                .isEqualTo(invitation);

        accept(noah, town.token(invitation)).expect(200);
        lea.post(workspace + "/invitations", Map.of("email", noah.email())).expectProblem(409, "already-member");
    }

    @Test
    void anAcceptedInvitationDoesNotBringARemovedMemberBack() {
        var token = town.token(invite(noah));
        accept(noah, token).expect(200);

        lea.delete(workspace + "/members/" + noah.id()).expect(204);

        accept(noah, token).expectProblem(410, "invitation-no-longer-open");
        noah.get(workspace).expectProblem(404, "not-found");
    }

    @Test
    void whoCameBackHasAHigherVersionOfTheirMembership() {
        town.addMember(workspace, lea, noah);
        lea.delete(workspace + "/members/" + noah.id()).expect(204);
        town.addMember(workspace, lea, noah);

        assertThat(town.published("workspace.memberships", noah.id()))
                .extracting(state -> state.path("version").asInt())
                .containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "%%%%",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void aTokenThatIsNotOursLeadsNowhere(String token) {
        accept(noah, token).expectProblem(404, "not-found");
    }

    @Test
    void aChangedTokenLeadsNowhere() {
        var token = town.token(invite(noah));
        var changed = (token.charAt(3) == 'A' ? 'B' : 'A');

        accept(noah, token.substring(0, 3) + changed + token.substring(4)).expectProblem(404, "not-found");
    }
}
