package dev.atelier.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.events.id.ProjectId;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class ParticipantTest {
    @Autowired
    TestDataFactory town;

    TestUser lea;
    TestUser noah;
    TestUser mia;
    String workspace;
    String project;

    @BeforeEach
    void aProjectOfNoahWithMia() {
        lea = town.person("Lea");
        noah = town.person("Noah");
        mia = town.person("Mia");
        workspace = town.workspace(lea);
        town.addMember(workspace, lea, noah);
        town.addMember(workspace, lea, mia);
        project = town.project(workspace, noah);
        noah.post(project + "/participants", Map.of("userId", mia.id())).expect(204);
    }

    @Test
    void theManagerTakesAParticipantOff() {
        mia.post(project + "/views", Map.of("name", "Mine")).expect(201);

        lea.delete(project + "/participants/" + mia.id()).expect(204);

        mia.get(project).expectProblem(404, "not-found");
        mia.get(workspace).expect(200);
        var outboxMessage = town.events(project).getLast();
        assertThat(outboxMessage.type()).isEqualTo("workspace.participant-removed");
        assertThat(outboxMessage.payload().path("participant").asString())
                .isEqualTo(mia.id().toString());
        assertThat(outboxMessage.payload().path("by").asString())
                .isEqualTo(lea.id().toString());
        assertThat(town.mongo().getCollection("views").countDocuments(in("owner", mia)))
                .isZero();
    }

    @Test
    void theCreatorTakesAParticipantOff() {
        noah.delete(project + "/participants/" + mia.id()).expect(204);

        mia.get(project).expectProblem(404, "not-found");
    }

    @Test
    void anotherParticipantTakesNobodyOff() {
        mia.delete(project + "/participants/" + noah.id()).expectProblem(403, "not-your-project");

        noah.get(project).expect(200);
    }

    @Test
    void whoIsOutsideFindsNothingToTakeOff() {
        var zoe = town.person("Zoe");
        var stranger = town.person("Sam");
        town.addMember(workspace, lea, zoe);

        zoe.delete(project + "/participants/" + mia.id()).expectProblem(404, "not-found");
        stranger.delete(project + "/participants/" + mia.id()).expectProblem(404, "not-found");
        lea.delete(project + "/participants/" + zoe.id()).expectProblem(404, "not-found");
        lea.delete(project + "/participants/" + UUID.randomUUID()).expectProblem(404, "not-found");
    }

    @Test
    void aPersonTakesPartInAThousandProjectsOfAWorkspaceAndNotInOneMore() {
        copies(998);
        town.project(workspace, mia);

        var refused =
                mia.post(workspace + "/projects", Map.of("name", "One more")).expectProblem(409, "too-many-projects");
        assertThat(refused.json().path("limit").asInt()).isEqualTo(1_000);
        assertThat(refused.get("scope")).isEqualTo("PERSON");
        var another = town.project(workspace, noah);
        noah.post(another + "/participants", Map.of("userId", mia.id())).expectProblem(409, "too-many-projects");
        noah.post(project + "/participants", Map.of("userId", mia.id())).expect(204);
    }

    @Test
    void participantsOutdateNoRename() {
        var seen = noah.get(project).expect(200).etag();
        var zoe = town.person("Zoe");
        town.addMember(workspace, lea, zoe);
        noah.post(project + "/participants", Map.of("userId", zoe.id())).expect(204);
        lea.delete(project + "/participants/" + mia.id()).expect(204);
        assertThat(noah.get(project).etag()).isEqualTo(seen);

        noah.patch(project, seen, Map.of("name", "Spring")).expect(200);
    }

    @Test
    void aStaleRenameIsToldWhoChangedWhat() {
        var seen = noah.get(project).expect(200).etag();
        assertThat(seen).isEqualTo("\"1\"");
        lea.patch(project, seen, Map.of("name", "Summer")).expect(200);

        var stale = noah.patch(project, seen, Map.of("name", "Spring")).expectProblem(412, "stale");

        assertThat(stale.json().path("changedFields").path(0).asString()).isEqualTo("name");
        assertThat(stale.json().path("changedBy").path(0).asString())
                .isEqualTo(lea.id().toString());
        assertThat(stale.json().path("currentVersion").asInt()).isEqualTo(2);
    }

    /** Creates more projects in which Mia takes part. */
    private void copies(int count) {
        var projects = town.mongo().getCollection("projects");
        var one = projects.find(in("participants", mia)).first();
        assertThat(one).isNotNull();
        projects.insertMany(IntStream.range(0, count)
                .mapToObj(n -> new Document(one).append("_id", ProjectId.next().value()))
                .toList());
    }

    private Document in(String field, TestUser who) {
        return new Document("workspaceId", UUID.fromString(workspace.substring("/api/workspaces/".length())))
                .append(field, who.id().value());
    }
}
