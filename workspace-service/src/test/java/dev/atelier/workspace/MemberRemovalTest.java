package dev.atelier.workspace;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class MemberRemovalTest {
    @Autowired
    TestDataFactory town;

    TestUser lea;
    TestUser noah;
    String workspace;
    String project;

    @BeforeEach
    void aSharedProject() {
        lea = town.person("Lea");
        noah = town.person("Noah");
        workspace = town.workspace(lea);
        town.addMember(workspace, lea, noah);
        project = town.project(workspace, lea);
        lea.post(project + "/participants", Map.of("userId", noah.id())).expect(204);
    }

    @Test
    void aRemovedMemberIsOutAtOnceEverywhereHere() {
        var action = town.action(project, noah, "Measure the room");

        lea.delete(workspace + "/members/" + noah.id()).expect(204);

        for (var path : List.of(
                workspace,
                workspace + "/members",
                workspace + "/projects",
                project,
                project + "/participants",
                project + "/actions",
                action,
                action + "/history",
                action + "/comments")) {
            noah.get(path).expectProblem(404, "not-found");
        }
        noah.post(project + "/actions", Map.of("title", "Too late")).expectProblem(404, "not-found");
        assertThat(noah.get("/api/workspaces").items("id")).isEmpty();
        assertThat(lea.get(action).expect(200).get("createdBy"))
                .isEqualTo(noah.id().toString());
        assertThat(lea.get(project + "/participants").items("userId"))
                .containsExactly(lea.id().toString());
    }

    @Test
    void aRepeatedRequestOfARemovedMemberIsRefusedThoughItsAnswerIsKept() {
        var once = noah.with("Idempotency-Key", "create-1");
        once.post(project + "/actions", Map.of("title", "Kept")).expect(201);

        lea.delete(workspace + "/members/" + noah.id()).expect(204);

        once.post(project + "/actions", Map.of("title", "Kept")).expectProblem(404, "not-found");
    }

    @Test
    void aRepeatedFoundingInvitationOrProjectTellsNothingToWhoIsOut() {
        var once = lea.with("Idempotency-Key", "again-1");
        var own = "/api/workspaces/"
                + once.post("/api/workspaces", Map.of("name", "Own"))
                        .expect(201)
                        .id();
        var guest = Map.of("email", "guest@example.org");
        once.post(own + "/invitations", guest).expect(201);
        town.addMember(own, lea, noah);
        var begun = noah.with("Idempotency-Key", "again-1");
        var left = own + "/projects/"
                + begun.post(own + "/projects", Map.of("name", "Left"))
                        .expect(201)
                        .id();
        noah.delete(left + "/participants/" + noah.id()).expect(204);
        begun.post(own + "/projects", Map.of("name", "Left")).expectProblem(404, "not-found");

        lea.put(own + "/management-offer", Map.of("userId", noah.id())).expect(204);
        noah.post(own + "/management-offer/accept", null).expect(204);
        once.post(own + "/invitations", guest).expectProblem(403, "only-the-manager");
        lea.post(own + "/leave", null).expect(204);

        once.post("/api/workspaces", Map.of("name", "Own")).expectProblem(404, "not-found");
        once.post(own + "/invitations", guest).expectProblem(404, "not-found");
    }

    @Test
    void aRemovalSaysItselfInOneTransaction() {
        lea.delete(workspace + "/members/" + noah.id()).expect(204);

        var state = town.published("workspace.memberships", noah.id()).getLast();
        assertThat(state.path("ended").asBoolean()).isTrue();
        assertThat(state.path("version").asInt()).isEqualTo(2);
        var facts = town.events(workspace);
        assertThat(facts.getLast().type()).isEqualTo("workspace.member-removed");
        assertThat(facts.getLast().payload().path("by").asString())
                .isEqualTo(lea.id().toString());
        assertThat(facts)
                .extracting(TestDataFactory.OutboxMessage::sequence)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, facts.size())
                        .mapToObj(n -> (long) n)
                        .toList());
    }

    @Test
    void unfinishedWorkIsTakenFromThemAndFinishedWorkIsNot() {
        var open = lea.post(project + "/actions", Map.of("title", "Open", "assignees", List.of(noah.id(), lea.id())))
                .expect(201);
        var done = lea.post(
                        project + "/actions", Map.of("title", "Done", "state", "DONE", "assignees", List.of(noah.id())))
                .expect(201);

        noah.post(workspace + "/leave", null).expect(204);

        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(lea.get(project + "/actions/" + open.id())
                                .json()
                                .path("assignees")
                                .toString())
                        .doesNotContain(noah.id().toString())
                        .contains(lea.id().toString()));
        assertThat(lea.get(project + "/actions/" + done.id())
                        .json()
                        .path("assignees")
                        .toString())
                .contains(noah.id().toString());
        var last = lea.get(project + "/actions/" + open.id() + "/history")
                .json()
                .path("items")
                .path(0);
        assertThat(last.path("changedBy").asString()).isEqualTo(noah.id().toString());
        assertThat(last.path("changes").path(0).path("field").asString()).isEqualTo("assignees");
    }

    @Test
    void theManagerNeitherLeavesNorIsRemoved() {
        lea.post(workspace + "/leave", null).expectProblem(409, "manager-cannot-leave");
        lea.delete(workspace + "/members/" + lea.id()).expectProblem(409, "manager-cannot-leave");
        noah.delete(workspace + "/members/" + lea.id()).expectProblem(403, "only-the-manager");
    }

    @Test
    void theManagementChangesHandsOnlyWhenTheOtherAccepts() {
        noah.post(workspace + "/management-offer/accept", null).expectProblem(409, "management-not-offered");
        lea.put(workspace + "/management-offer", Map.of("userId", noah.id())).expect(204);
        assertThat(lea.get(workspace).get("managerId")).isEqualTo(lea.id().toString());
        assertThat(noah.get(workspace)
                        .json()
                        .path("managementOffer")
                        .path("userId")
                        .asString())
                .isEqualTo(noah.id().toString());

        noah.post(workspace + "/management-offer/accept", null).expect(204);

        assertThat(lea.get(workspace).get("managerId")).isEqualTo(noah.id().toString());
        lea.delete(workspace + "/members/" + noah.id()).expectProblem(403, "only-the-manager");
        lea.post(workspace + "/leave", null).expect(204);
        assertThat(town.published("workspace.memberships", noah.id())
                        .getLast()
                        .path("role")
                        .asString())
                .isEqualTo("MANAGER");
    }

    @Test
    void anOfferCanBeTakenBackAndDeclined() {
        lea.put(workspace + "/management-offer", Map.of("userId", noah.id())).expect(204);
        lea.delete(workspace + "/management-offer").expect(204);
        noah.post(workspace + "/management-offer/accept", null).expectProblem(409, "management-not-offered");

        lea.put(workspace + "/management-offer", Map.of("userId", noah.id())).expect(204);
        noah.delete(workspace + "/management-offer").expect(204);
        noah.post(workspace + "/management-offer/accept", null).expectProblem(409, "management-not-offered");
    }

    @Test
    void managementIsOfferedToActiveMembersAlone() {
        var stranger = town.person("Sam");
        lea.put(workspace + "/management-offer", Map.of("userId", stranger.id()))
                .expectProblem(422, "not-an-active-member");
        lea.put(workspace + "/management-offer", Map.of("userId", lea.id())).expectProblem(409, "manages-already");

        town.storeUserState(noah.id(), "Noah", noah.email(), true, true, 2);
        lea.put(workspace + "/management-offer", Map.of("userId", noah.id()))
                .expectProblem(422, "not-an-active-member");
        assertThat(lea.get(workspace + "/members").json().path("items").toString())
                .contains("\"active\":false");
    }

    @Test
    void aParticipantLeavesAProjectAndStaysAMember() {
        noah.delete(project + "/participants/" + lea.id()).expectProblem(403, "not-your-project");
        noah.delete(project + "/participants/" + noah.id()).expect(204);

        noah.get(project).expectProblem(404, "not-found");
        noah.get(workspace).expect(200);
    }
}
