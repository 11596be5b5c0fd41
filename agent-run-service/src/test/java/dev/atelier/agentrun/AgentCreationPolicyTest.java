package dev.atelier.agentrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.AgentCreation;
import dev.atelier.events.WorkspaceState;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.state.StateProjection;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The workspace's settings decide who may create agents. */
class AgentCreationPolicyTest extends ServiceTest {
    private static final Map<String, ?> STATUS =
            Map.of("name", "Status", "instructions", "Be brief.", "model", "atelier/built-in");

    @Autowired
    StateProjection<WorkspaceState> workspaces;

    private void makers(AgentCreation creation, UserId... creators) {
        tell(new WorkspaceState(
                workspace,
                "Bakery",
                "en",
                lea,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                creation,
                Set.of(creators),
                false,
                states.nextVersion()));
    }

    private void tell(WorkspaceState state) {
        states.say(state);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> workspaces
                        .find(workspace.toString())
                        .filter(state::equals)
                        .isPresent());
    }

    @AfterEach
    void asBefore() {
        tell(new WorkspaceState(workspace, "Bakery", "en", lea, false, states.nextVersion()));
    }

    @Test
    void everyMemberDoesWhereNothingWasSet() {
        as(mia).post(path("/agents"), STATUS).expect(201);
        makers(AgentCreation.EVERYONE);
        as(mia).post(path("/agents"), STATUS).expect(201);
    }

    @Test
    void thoseWhomTheManagerNamedDoAndOthersHearWhoDoes() {
        makers(AgentCreation.SELECTED, noah);

        as(noah).post(path("/agents"), STATUS).expect(201);
        as(lea).post(path("/agents"), STATUS).expect(201);
        var refused = as(mia).post(path("/agents"), STATUS).expect(403);

        assertThat(refused.problem()).isEqualTo("may-not-create-agents");
        assertThat(refused.text("agentCreation")).isEqualTo("SELECTED");
        assertThat(refused.text("managerId")).isEqualTo(lea.toString());
        assertThat(refused.json().at("/agentCreators/0").asString()).isEqualTo(noah.toString());
        assertThat(as(zoe).post(path("/agents"), STATUS).expect(404).problem()).isEqualTo("not-found");
        as(mia).get(path("/agents")).expect(200);
    }

    @Test
    void whoMayNoLongerLeavesTheirAgentsAsTheyAre() {
        var agent = as(noah).post(path("/agents"), STATUS).expect(201);
        var one = path("/agents/" + agent.text("id"));
        makers(AgentCreation.MANAGER);

        var match = Map.of("If-Match", agent.etag());
        assertThat(as(noah).send("PATCH", one, Map.of("name", "Other"), match)
                        .expect(403)
                        .problem())
                .isEqualTo("may-not-create-agents");
        assertThat(as(noah).send("POST", one + "/publish", null, match)
                        .expect(403)
                        .problem())
                .isEqualTo("may-not-create-agents");
        as(noah).get(one).expect(200);
        as(lea).send("POST", one + "/publish", null, match).expect(201);
        TestAgentFactory.started(as(noah), path(""), agent.text("id"), project, "How does it stand?");
    }
}
