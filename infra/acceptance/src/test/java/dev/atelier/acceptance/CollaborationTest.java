package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.client.ApiClient;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Permissions in one workspace, and concurrent changes. */
class CollaborationTest {
    private static RunningSystem system;

    @BeforeAll
    static void theSystemRuns() {
        system = RunningSystem.get();
    }

    @Test
    void managementIsHandedOverOnlyWhenTheOtherAccepts() {
        var team = system.team();
        var path = team.path("");
        team.manager()
                .person()
                .delete(path + "/members/" + team.manager().userId())
                .expect(409);
        team.manager()
                .person()
                .request(
                        "PUT",
                        path + "/management-offer",
                        Map.of("userId", team.member().userId()),
                        Map.of())
                .expect(200, 204);
        assertThat(team.manager().person().get(path).text("managerId"))
                .isEqualTo(team.manager().userId());

        team.member()
                .person()
                .request("POST", path + "/management-offer/accept", null, Map.of())
                .expect(200, 204);

        assertThat(team.member().person().get(path).text("managerId"))
                .isEqualTo(team.member().userId());
        team.manager()
                .person()
                .delete(path + "/members/" + team.manager().userId())
                .expect(204);
        team.manager().person().get(path).expect(404);
    }

    @Test
    void onlyTheManagerInvitesAndRemoves() {
        var team = system.team();
        var member = team.member().person();
        member.postOnce(team.path("/invitations"), Map.of("email", "friend@bakery.example"))
                .expect(403);
        member.delete(team.path("/members/" + team.manager().userId())).expect(403);
    }

    @Test
    void aRevokedInvitationIsGone() {
        var team = system.team();
        var guest = system.register("Gail", "Guest");
        var invitation = team.manager()
                .person()
                .postOnce(team.path("/invitations"), Map.of("email", guest.email()))
                .expect(201)
                .text("id");
        var token = system.invitationToken(guest.email());
        team.manager().person().delete(team.path("/invitations/" + invitation)).expect(204);

        guest.person().post("/api/invitations/accept", Map.of("token", token)).expect(410);
    }

    @Test
    void anInvitationIsForThePersonItWasSentTo() {
        var team = system.team();
        var guest = system.register("Gina", "Guest");
        var thief = system.register("Theo", "Thief");
        team.manager()
                .person()
                .postOnce(team.path("/invitations"), Map.of("email", guest.email()))
                .expect(201);
        var token = system.invitationToken(guest.email());

        var refused = thief.person()
                .post("/api/invitations/accept", Map.of("token", token))
                .expect(403);

        assertThat(refused.body()).doesNotContain(guest.email());
        system.accept(guest);
    }

    @Test
    void twoEditsOfOneActionNeverOverwriteEachOtherSilently() {
        var team = system.team();
        var project = project(team.manager().person(), team);
        team.manager()
                .person()
                .post(project + "/participants", Map.of("userId", team.member().userId()))
                .expect(200, 201, 204);
        var created = team.manager()
                .person()
                .post(project + "/actions", Map.of("title", "Bake"))
                .expect(201);
        var action = project + "/actions/" + created.text("id");
        var seen = team.manager().person().get(action).expect(200).etag();

        team.member()
                .person()
                .patch(action, Map.of("title", "Bake bread"), seen)
                .expect(200);
        var stale = team.manager()
                .person()
                .patch(action, Map.of("title", "Bake cake"), seen)
                .expect(412);

        assertThat(stale.text("type")).isEqualTo("urn:atelier:problem:stale");
        assertThat(stale.json().path("changedFields").toString()).contains("title");
        assertThat(team.manager().person().get(action).text("title")).isEqualTo("Bake bread");
        team.manager()
                .person()
                .request("PATCH", action, Map.of("title", "Bake"), Map.of())
                .expect(428);
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepeats() {
        var team = system.team();
        var project = project(team.manager().person(), team);
        for (int i = 0; i < 25; i++) {
            team.manager()
                    .person()
                    .post(project + "/actions", Map.of("title", "Loaf " + i, "priority", i % 2 == 0 ? "HIGH" : "LOW"))
                    .expect(201);
        }
        var seen = new HashSet<String>();
        var next = "";
        do {
            var page = team.manager()
                    .person()
                    .get(project + "/actions?sort=priority&limit=10" + (next.isEmpty() ? "" : "&cursor=" + next))
                    .expect(200)
                    .json();
            page.path("items")
                    .forEach(action ->
                            assertThat(seen.add(action.path("id").asString())).isTrue());
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        assertThat(seen).hasSize(25);
    }

    private static String project(ApiClient manager, RunningSystem.TestTeam team) {
        var id = manager.post(team.path("/projects"), Map.of("name", "Bread"))
                .expect(201)
                .text("id");
        return team.path("/projects/" + id);
    }
}
