package dev.atelier.agentrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.agentrun.AgentRunClient.TestResponse;
import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.UserState;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Access to runs: rights, refusals, and the end of a membership. */
class RunAccessTest extends ServiceTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PROPOSE = "Summarise the project's actions, then propose two follow-up actions.";

    @Test
    void strangersAndMembersOutsideTheProjectFindNothing() {
        var run = waitingRun(noah, "MANAGER");
        var approval = waiting(run).path("id").asString();
        for (var route : List.of(
                "/runs/" + run, "/runs/" + run + "/steps", "/runs/" + run + "/events", "/approvals/" + approval)) {
            for (var outsider : List.of(mia, zoe)) {
                assertThat(as(outsider).get(path(route))).as(route).satisfies(RunAccessTest::isNotFound);
            }
            assertThat(as(noah).get(path(route.replace("/events", ""))).status())
                    .isEqualTo(200);
        }
        isNotFound(as(zoe).get(path("/approvals")));
        assertThat(as(mia).get(path("/approvals"))
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        isNotFound(as(mia).post(path("/approvals/" + approval + "/approve"), Map.of()));
        isNotFound(as(mia).send("POST", path("/runs/" + run + "/cancel"), null, Map.of()));
        isNotFound(as(noah).get(path("/runs/" + UuidV7.next())));
    }

    @Test
    void onlyTheManagerDecidesWhatAsksForTheManager() {
        var run = waitingRun(noah, "MANAGER");
        var approval = path("/approvals/" + waiting(run).path("id").asString());

        assertThat(as(noah).post(approval + "/approve", Map.of()).expect(403).problem())
                .isEqualTo("only-the-manager-decides");
        as(lea).post(approval + "/approve", Map.of()).expect(200);
        assertThat(as(lea).post(approval + "/reject", Map.of()).expect(409).problem())
                .isEqualTo("approval-already-decided");
    }

    @Test
    void aParticipantDecidesWhatAsksForAParticipant() {
        var run = waitingRun(noah, "PARTICIPANT");

        as(noah).post(path("/approvals/" + waiting(run).path("id").asString() + "/reject"), Map.of())
                .expect(200);
    }

    @Test
    void theStarterCancelsAndWhatWaitedLapses() {
        var run = waitingRun(noah, "MANAGER");
        var approval = waiting(run).path("id").asString();

        assertThat(as(noah).send("POST", path("/runs/" + run + "/cancel"), null, Map.of())
                        .expect(200)
                        .text("state"))
                .isEqualTo("CANCELLED");

        assertThat(as(lea).get(path("/approvals/" + approval)).text("state")).isEqualTo("CANCELLED");
        assertThat(as(lea).post(path("/approvals/" + approval + "/approve"), Map.of())
                        .expect(409)
                        .problem())
                .isEqualTo("approval-cancelled");
    }

    @Test
    void aRemovedMembersRunsAreCancelled() {
        var max = joined();
        var run = waitingRun(max, "MANAGER");

        states.member(workspace, max, WorkspaceRole.MEMBER, true);

        await().atMost(SOON).untilAsserted(() -> assertThat(state(run)).isEqualTo("CANCELLED"));
        assertThat(as(lea).get(path("/runs/" + run)).json().at("/failure/code").asString())
                .isEqualTo("membership-ended");
        isNotFound(as(max).post(
                        path("/runs"),
                        Map.of("agentId", UuidV7.next().toString(), "projectId", project.toString(), "input", "x")));
    }

    @Test
    void aRunWhoseStarterTheProjectNoLongerKnowsIsCancelledBeforeTheRemovalIsHeard() {
        var max = joined();
        WORKSPACE_SERVICE.refuse(request -> request.onBehalfOf().equals(max.toString()));
        var agent = TestAgentFactory.published(
                as(lea), path(""), PROPOSE, Map.of("search_actions", "NONE", "create_action", "MANAGER"));

        var run = TestAgentFactory.started(as(max), path(""), agent, project, "How does it stand?");

        await().atMost(SOON).untilAsserted(() -> assertThat(state(run)).isEqualTo("CANCELLED"));
        assertThat(as(lea).get(path("/runs/" + run)).json().at("/failure/code").asString())
                .isEqualTo("membership-ended");
    }

    @Test
    void whatIsNotFoundInAProjectThatIsThereIsAnAnswerAndTheRunGoesOn() {
        WORKSPACE_SERVICE.refuse(FakeWorkspaceService.RecordedRequest::creates);
        var agent = TestAgentFactory.published(
                as(lea), path(""), PROPOSE, Map.of("search_actions", "NONE", "create_action", "NONE"));

        var run = TestAgentFactory.started(as(noah), path(""), agent, project, "How does it stand?");

        await().atMost(SOON).untilAsserted(() -> assertThat(state(run)).isEqualTo("COMPLETED"));
    }

    @Test
    void whoLeavesTheProjectLosesTheirRunsInIt() {
        var max = joined();
        var run = waitingRun(max, "MANAGER");

        states.project(workspace, project, lea, noah);

        await().atMost(SOON).untilAsserted(() -> assertThat(state(run)).isEqualTo("CANCELLED"));
    }

    @Test
    void aDeactivatedPersonsRunsAreCancelled() {
        var max = joined();
        var run = waitingRun(max, "MANAGER");

        states.say(new UserState(
                max, null, null, null, true, true, null, null, null, null, null, false, states.nextVersion()));

        await().atMost(SOON).untilAsserted(() -> assertThat(state(run)).isEqualTo("CANCELLED"));
    }

    /** The next heartbeat, which would also end the stream, comes after 15 s. */
    @ParameterizedTest
    @ValueSource(strings = {"removed from the workspace", "not in the project any more"})
    void aQuietStreamEndsByItselfWhenItsReaderIs(String what) {
        var max = joined();
        var run = waitingRun(noah, "MANAGER");
        try (var readers = Executors.newVirtualThreadPerTaskExecutor();
                var stream = as(max).stream(path("/runs/" + run + "/events"), Map.of());
                var stays = as(noah).stream(path("/runs/" + run + "/events"), Map.of())) {
            var asked = new CountDownLatch(1);
            var ended = readers.submit(() -> stream.forEach(line -> {
                if (line.equals("event:approval-asked")) {
                    asked.countDown();
                }
            }));
            var goesOn = readers.submit(() -> stays.forEach(line -> {}));
            await().atMost(SOON).until(() -> asked.getCount() == 0);

            if (what.startsWith("removed")) {
                states.member(workspace, max, WorkspaceRole.MEMBER, true);
            } else {
                states.project(workspace, project, lea, noah);
            }

            await().atMost(Duration.ofSeconds(10)).until(ended::isDone);
            assertThat(goesOn.isDone()).isFalse();
            as(noah).send("POST", path("/runs/" + run + "/cancel"), null, Map.of())
                    .expect(200);
        }
    }

    @Test
    void aStreamResumesAfterTheLastLineSeenAndEndsWithTheRun() {
        var run = waitingRun(noah, "MANAGER");
        as(noah).send("POST", path("/runs/" + run + "/cancel"), null, Map.of()).expect(200);

        try (var all = as(noah).stream(path("/runs/" + run + "/events"), Map.of());
                var rest = as(noah).stream(path("/runs/" + run + "/events"), Map.of("Last-Event-ID", "5"))) {
            var lines = all.toList();
            assertThat(lines).noneMatch(line -> line.contains("token\":\""));
            var names = lines.stream().filter(line -> line.startsWith("event:")).toList();
            assertThat(names)
                    .startsWith("event:queued", "event:claimed", "event:model-answered")
                    .endsWith("event:cancelled");
            assertThat(rest.filter(line -> line.startsWith("id:")))
                    .hasSize(names.size() - 5)
                    .first()
                    .isEqualTo("id:6");
        }
    }

    @Test
    void aRunStopsAtItsLimitOfSteps() {
        var agent = TestAgentFactory.published(
                as(lea),
                path(""),
                Map.of("instructions", PROPOSE, "limits", Map.of("steps", 2)),
                Map.of("search_actions", "NONE", "create_action", "NONE"));
        var run = TestAgentFactory.started(as(noah), path(""), agent, project, "How does it stand?");

        await().atMost(SOON).untilAsserted(() -> assertThat(state(run)).isEqualTo("FAILED"));
        assertThat(as(noah).get(path("/runs/" + run)).json().at("/failure/code").asString())
                .isEqualTo("limit-of-steps");
    }

    @Test
    void theSameKeyStartsOneRun() {
        var agent = TestAgentFactory.published(
                as(lea), path(""), PROPOSE, Map.of("search_actions", "NONE", "create_action", "MANAGER"));
        var body = Map.of("agentId", agent, "projectId", project.toString(), "input", "How does it stand?");
        var key = Map.of("Idempotency-Key", UuidV7.next().toString());

        var first = as(noah).send("POST", path("/runs"), body, key).expect(202);
        var second = as(noah).send("POST", path("/runs"), body, key).expect(202);

        assertThat(second.text("id")).isEqualTo(first.text("id"));
        assertThat(as(noah).send("POST", path("/runs"), body, Map.of())
                        .expect(400)
                        .problem())
                .isEqualTo("idempotency-key-missing");
    }

    @Test
    void aRepeatedStartOfARemovedMemberIsRefusedThoughItsAnswerIsKept() {
        var max = joined();
        var agent = TestAgentFactory.published(
                as(lea), path(""), PROPOSE, Map.of("search_actions", "NONE", "create_action", "MANAGER"));
        var body = Map.of("agentId", agent, "projectId", project.toString(), "input", "How does it stand?");
        var key = Map.of("Idempotency-Key", "again-1");
        as(max).send("POST", path("/runs"), body, key).expect(202);

        states.member(workspace, max, WorkspaceRole.MEMBER, true);

        await().atMost(SOON).untilAsserted(() -> isNotFound(as(max).send("POST", path("/runs"), body, key)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"\", \"instructions\": \"x\"} | name",
                "{\"name\": \"a\"} | instructions",
                "{\"name\": \"a\", \"instructions\": \"x\", \"colour\": 1} | colour",
                "{\"name\": \"a\", \"instructions\": \"x\", \"model\": \"gpt\"} | model",
                "{\"name\": \"a\", \"instructions\": \"x\", \"tools\": [{\"tool\": \"fly\"}]} | tools",
                "{\"name\": \"a\", \"instructions\": \"x\", \"tools\": [{\"tool\": \"create_action\", \"approval\": \"ME\"}]} | tools[0].approval",
                "{\"name\": \"a\", \"instructions\": \"x\", \"limits\": {\"steps\": 0}} | limits.steps",
                "{\"name\": \"a\", \"instructions\": \"x\", \"limits\": {\"steps\": 201}} | limits.steps",
                "{\"name\": \"a\", \"instructions\": \"x\", \"limits\": {\"steps\": 10000000000}} | limits.steps",
                "{\"name\": \"a\", \"instructions\": \"x\", \"limits\": {\"tokens\": 1000000000000000000000}} | limits.tokens",
                "{\"name\": \"a\\nb\", \"instructions\": \"x\"} | name"
            })
    void refusesAnAgentThatIsNotOneAndNamesTheField(String body, String field) {
        var refused = as(lea).post(path("/agents"), body).expect(400);

        assertThat(refused.problem()).isEqualTo("invalid-input");
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void theSameKeyDraftsOneAgent() {
        var body = Map.of("name", "Once", "instructions", "Be brief");
        var key = Map.of("Idempotency-Key", UuidV7.next().toString());

        var first = as(noah).send("POST", path("/agents"), body, key).expect(201);
        var second = as(noah).send("POST", path("/agents"), body, key).expect(201);

        assertThat(second.text("id")).isEqualTo(first.text("id"));
        assertThat(second.etag()).isEqualTo(first.etag());
    }

    @Test
    void onlyItsMakerAndTheManagerChangeAnAgentAndOnlyOnItsNewestVersion() {
        var agent = as(noah).post(path("/agents"), Map.of("name", "Mine", "instructions", "Be brief"))
                .expect(201);
        var one = path("/agents/" + agent.text("id"));
        var change = Map.of("name", "Ours");

        assertThat(as(mia).send("PATCH", one, change, Map.of("If-Match", agent.etag()))
                        .expect(403)
                        .problem())
                .isEqualTo("not-your-agent");
        as(noah).send("PATCH", one, change, Map.of()).expect(428);
        as(noah).send("PATCH", one, change, Map.of("If-Match", agent.etag())).expect(200);
        as(noah).send("PATCH", one, change, Map.of("If-Match", agent.etag())).expect(412);
        assertThat(as(noah).get(one + "/revisions")
                        .expect(200)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(2);
        assertThat(as(noah).post(
                                path("/runs"),
                                Map.of("agentId", agent.text("id"), "projectId", project.toString(), "input", "x"))
                        .expect(409)
                        .problem())
                .isEqualTo("agent-not-published");
    }

    private UserId joined() {
        var max = new UserId(UuidV7.next());
        states.member(workspace, max, WorkspaceRole.MEMBER, false);
        states.project(workspace, project, lea, noah, max);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                as(max).get(path("/runs?projectId=" + project)).status())
                        .isEqualTo(200));
        return max;
    }

    private String waitingRun(UserId starter, String rule) {
        var agent = TestAgentFactory.published(
                as(lea), path(""), PROPOSE, Map.of("search_actions", "NONE", "create_action", rule));
        var run = TestAgentFactory.started(as(starter), path(""), agent, project, "How does it stand?");
        await().atMost(SOON).untilAsserted(() -> assertThat(state(run)).isEqualTo("WAITING"));
        return run;
    }

    private String state(String run) {
        return as(lea).get(path("/runs/" + run)).text("state");
    }

    private JsonNode waiting(String run) {
        return as(lea).get(path("/approvals?state=WAITING"))
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(approval -> approval.path("runId").asString().equals(run))
                .findFirst()
                .orElseThrow();
    }

    private static void isNotFound(TestResponse testResponse) {
        assertThat(testResponse.expect(404).problem()).isEqualTo("not-found");
    }
}
