package dev.atelier.agentrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunRequest;
import dev.atelier.agentrun.run.RunStore;
import dev.atelier.agentrun.run.journal.JournalEntry;
import dev.atelier.agentrun.run.journal.JournalEvent.Queued;
import dev.atelier.agentrun.run.journal.RunJournal;
import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.UserState;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.state.StateProjection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A person's runs are paused while their account is held for recovery, and resumed afterwards. */
class AccountHoldTest extends ServiceTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PROPOSE = "Summarise the project's actions, then propose one follow-up action.";

    private final UserId max = new UserId(UuidV7.next());

    @Autowired
    private StateProjection<UserState> people;

    @Autowired
    private RunStore runs;

    @Autowired
    private RunJournal journal;

    @Autowired
    private TransactionRunner transactions;

    @BeforeEach
    void maxTakesPart() {
        says(false, false);
        states.member(workspace, max, WorkspaceRole.MEMBER, false);
        states.project(workspace, project, lea, noah, max);
        await().atMost(SOON)
                .until(() -> as(max).get(path("/runs?projectId=" + project)).status() == 200
                        && people.find(max.toString())
                                .filter(state -> !state.deactivated())
                                .isPresent());
    }

    private void says(boolean deactivated, boolean recovering) {
        states.say(new UserState(
                max,
                "Max",
                "Keller",
                null,
                true,
                deactivated,
                null,
                null,
                null,
                null,
                recovering,
                false,
                states.nextVersion()));
    }

    private void held() {
        says(true, true);
    }

    private void givenBack() {
        says(false, false);
    }

    private String started() {
        var agent = TestAgentFactory.published(
                as(lea), path(""), PROPOSE, Map.of("search_actions", "NONE", "create_action", "MANAGER"));
        return TestAgentFactory.started(as(max), path(""), agent, project, "How does it stand?");
    }

    private void awaitState(String run, String state) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(as(lea).get(path("/runs/" + run)).text("state"))
                                .isEqualTo(state));
    }

    private void approve(String run) {
        var approval = as(lea).get(path("/approvals?state=WAITING"))
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("runId").asString().equals(run))
                .map(one -> one.path("id").asString())
                .findFirst()
                .orElseThrow();
        as(lea).post(path("/approvals/" + approval + "/approve"), Map.of()).expect(200);
    }

    private List<String> lines(String run) {
        try (var stream = as(lea).stream(path("/runs/" + run + "/events"), Map.of())) {
            return stream.filter(line -> line.startsWith("event:"))
                    .map(line -> line.substring("event:".length()))
                    .toList();
        }
    }

    @Test
    void aRunInTheMiddleOfAStepStandsStillAndNoStepIsRecordedTwice() {
        WORKSPACE_SERVICE.takes(Duration.ofSeconds(2));
        var run = started();
        awaitState(run, "RUNNING");
        await().atMost(SOON).until(() -> !WORKSPACE_SERVICE.requests().isEmpty());

        held();

        awaitState(run, "PAUSED");
        WORKSPACE_SERVICE.takes(Duration.ZERO);
        givenBack();
        awaitState(run, "WAITING");
        approve(run);
        awaitState(run, "COMPLETED");
        var lines = lines(run);
        assertThat(lines.subList(lines.indexOf("paused"), lines.indexOf("paused") + 2))
                .containsExactly("paused", "resumed");
        assertThat(lines.stream().filter("tool-answered"::equals)).hasSize(2);
        assertThat(WORKSPACE_SERVICE.created()).hasSize(1);
    }

    @Test
    void whatWaitsForAPersonWaitsOnAfterwards() {
        var run = started();
        awaitState(run, "WAITING");
        held();
        awaitState(run, "PAUSED");

        givenBack();

        awaitState(run, "WAITING");
        approve(run);
        awaitState(run, "COMPLETED");
    }

    @Test
    void aDecisionMeanwhileIsKeptForLater() {
        var run = started();
        awaitState(run, "WAITING");
        held();
        awaitState(run, "PAUSED");

        approve(run);

        awaitState(run, "PAUSED");
        assertThat(WORKSPACE_SERVICE.created()).isEmpty();
        givenBack();
        awaitState(run, "COMPLETED");
        assertThat(WORKSPACE_SERVICE.created()).hasSize(1);
    }

    @Test
    void whoNeverGetsTheAccountBackLosesTheRuns() {
        var run = started();
        awaitState(run, "WAITING");
        held();
        awaitState(run, "PAUSED");

        says(true, false);

        awaitState(run, "CANCELLED");
        assertThat(failure(run)).isEqualTo("user-deactivated");
    }

    @Test
    void othersMayCancelItAndARemovalEndsIt() {
        var cancelled = started();
        var removed = started();
        awaitState(cancelled, "WAITING");
        awaitState(removed, "WAITING");
        held();
        awaitState(cancelled, "PAUSED");

        as(lea).send("POST", path("/runs/" + cancelled + "/cancel"), null, Map.of())
                .expect(200);
        states.member(workspace, max, WorkspaceRole.MEMBER, true);

        awaitState(removed, "CANCELLED");
        assertThat(failure(removed)).isEqualTo("membership-ended");
    }

    @Test
    void theSameAgainChangesNothing() {
        var run = started();
        awaitState(run, "WAITING");
        held();
        held();
        awaitState(run, "PAUSED");
        givenBack();
        givenBack();
        awaitState(run, "WAITING");

        as(lea).send("POST", path("/runs/" + run + "/cancel"), null, Map.of()).expect(200);

        assertThat(lines(run).stream().filter(line -> line.equals("paused") || line.equals("resumed")))
                .containsExactly("paused", "resumed");
    }

    @Test
    void aHoldAndAStartAtTheSameMomentNeverBothWin() throws Exception {
        var agent = TestAgentFactory.published(as(lea), path(""), "Be brief.", Map.of("create_action", "MANAGER"));
        WORKSPACE_SERVICE.takes(Duration.ofMillis(50));
        var accepted = new ConcurrentLinkedQueue<String>();
        var underWay = new CountDownLatch(1);
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int hand = 0; hand < 3; hand++) {
                all.add(hands.submit(() -> {
                    while (start(agent, accepted)) {
                        underWay.countDown();
                    }
                }));
            }
            underWay.await();
            held();
            for (var hand : all) {
                hand.get();
            }
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(accepted)
                        .allSatisfy(run -> assertThat(
                                        as(lea).get(path("/runs/" + run)).text("state"))
                                .isIn("PAUSED", "COMPLETED")));
    }

    @ParameterizedTest
    @CsvSource({"true, PAUSED", "false, CANCELLED"})
    void aStartThatTheEndOfTheRightDidNotSeeIsStoppedBeforeItDoesAnything(boolean recovering, String state) {
        var agent = TestAgentFactory.published(
                as(lea), path(""), PROPOSE, Map.of("search_actions", "NONE", "create_action", "NONE"));
        says(true, recovering);
        await().atMost(SOON)
                .until(() -> people.find(max.toString())
                        .filter(UserState::deactivated)
                        .isPresent());
        var runRequest = new RunRequest(
                TypedIdFactory.parse(AgentId.class, agent),
                1,
                "Planner",
                project,
                max,
                null,
                "How does it stand?",
                false);

        var run = transactions.call(() -> {
            var queued = runs.save(Run.queued(RunId.next(), workspace, runRequest, 0, Instant.now()));
            journal.appendWithin(
                    new JournalEntry(workspace, queued.id(), 1, Instant.now(), new Queued(max, runRequest.input())));
            return queued.id().toString();
        });

        awaitState(run, state);
        assertThat(WORKSPACE_SERVICE.requests()).isEmpty();
        if (recovering) {
            givenBack();
            awaitState(run, "COMPLETED");
        }
    }

    private boolean start(String agent, ConcurrentLinkedQueue<String> accepted) {
        var testResponse = as(max).post(
                        path("/runs"), Map.of("agentId", agent, "projectId", project.toString(), "input", "Hello"));
        if (testResponse.status() == 404) {
            return false;
        }
        return accepted.add(testResponse.expect(202).text("id"));
    }

    private String failure(String run) {
        JsonNode told = as(lea).get(path("/runs/" + run)).json();
        return told.at("/failure/code").asString();
    }
}
