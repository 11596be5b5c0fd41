package dev.atelier.workspace;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.id.ProjectId;
import dev.atelier.kit.work.WorkerThreadPool;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

@ServiceTest
class ManyProjectsMemberRemovalTest {
    private static final int MANY = 1_500;

    @Autowired
    TestDataFactory town;

    @Autowired
    @Qualifier("batchJobWorkers") WorkerThreadPool workers;

    TestUser lea;
    TestUser noah;
    String workspace;
    String project;

    @BeforeEach
    void aMemberWithManyProjects() {
        lea = town.person("Lea");
        noah = town.person("Noah");
        workspace = town.workspace(lea);
        town.addMember(workspace, lea, noah);
        project = town.project(workspace, lea);
        lea.post(project + "/participants", Map.of("userId", noah.id())).expect(204);
    }

    @AfterEach
    void theWorkersGoOn() {
        if (!workers.isRunning()) {
            workers.start();
        }
    }

    @Test
    void aMemberOfFifteenHundredProjectsIsOutWithOneSmallWriteAndTheRestFollows() {
        copies();

        lea.delete(workspace + "/members/" + noah.id()).expect(204);

        noah.get(workspace + "/projects").expectProblem(404, "not-found");
        noah.get(project).expectProblem(404, "not-found");
        assertThat(lea.get(project + "/participants").items("userId"))
                .doesNotContain(noah.id().toString());
        var facts = town.events(workspace);
        assertThat(facts.getLast().type()).isEqualTo("workspace.member-removed");
        await().atMost(120, SECONDS).until(() -> participations() == 0);
        assertThat(town.events(project).getLast().type()).isEqualTo("workspace.participant-left");
    }

    @Test
    void aMemberOfFifteenHundredProjectsLeaves() {
        copies();

        noah.post(workspace + "/leave", null).expect(204);

        noah.get(project).expectProblem(404, "not-found");
        await().atMost(120, SECONDS).until(() -> participations() == 0);
    }

    @Test
    void whoIsStillListedButNoMemberIsNobodysFellow() {
        var action = town.action(project, lea, "Measure the room");
        workers.stop();
        lea.delete(workspace + "/members/" + noah.id()).expect(204);

        assertThat(participations()).isEqualTo(1);
        assertThat(lea.get(project + "/participants").items("userId"))
                .containsExactly(lea.id().toString());
        lea.post(project + "/actions", Map.of("title", "Paint", "assignees", List.of(noah.id())))
                .expectProblem(422, "assignee-not-in-project");
        lea.post(action + "/comments", Map.of("text", "Look, @[" + noah.id() + "]"))
                .expectProblem(422, "mention-not-in-project");
    }

    @Test
    void whoComesBackMeanwhileGetsNoOldParticipationBack() {
        workers.stop();
        lea.delete(workspace + "/members/" + noah.id()).expect(204);
        var invitation = lea.post(workspace + "/invitations", Map.of("email", noah.email()))
                .expect(201)
                .id();
        var acceptance = Map.of("token", town.token(invitation));

        var refused = noah.post("/api/invitations/accept", acceptance).expectProblem(409, "membership-still-ending");
        assertThat(refused.headers().getFirst("Retry-After")).isEqualTo("5");
        workers.start();
        await().atMost(30, SECONDS).until(() -> participations() == 0);

        await().atMost(30, SECONDS)
                .until(() -> noah.post("/api/invitations/accept", acceptance).status() == 200);
        assertThat(noah.get(workspace + "/projects").expect(200).items("id")).isEmpty();
        noah.get(project).expectProblem(404, "not-found");
    }

    private Document participant() {
        return new Document("workspaceId", UUID.fromString(workspace.substring("/api/workspaces/".length())))
                .append("participants", noah.id().value());
    }

    private long participations() {
        return town.mongo().getCollection("projects").countDocuments(participant());
    }

    private void copies() {
        var projects = town.mongo().getCollection("projects");
        var one = projects.find(participant()).first();
        assertThat(one).isNotNull();
        projects.insertMany(IntStream.range(0, MANY)
                .mapToObj(n -> new Document(one)
                        .append("_id", ProjectId.next().value())
                        .append("name", "Project " + n))
                .toList());
    }
}
