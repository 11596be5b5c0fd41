package dev.atelier.agentrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * Members are removed while they start runs continuously, so that a start is always in progress at the removal. No
 * worker executes the runs, so their state stays.
 */
@TestPropertySource(properties = {"atelier.engine.enabled=false", "atelier.mongo.tenant-guard=false"})
class MemberRemovalRaceTest extends ServiceTest {
    private static final int MEMBERS = 15;
    private static final int HANDS = 3;
    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired
    private MongoTemplate mongo;

    @Test
    void aRemovalAndAStartAtTheSameMomentNeverBothWin() throws Exception {
        var agent = TestAgentFactory.published(as(lea), path(""), "Be brief.", Map.of("search_actions", "NONE"));
        var members = joined();
        int started = 0;
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var member : members) {
                var accepted = startsUntilRefused(hands, agent, member);

                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(states(member))
                                .as("every accepted start of %s, ended by the removal", member)
                                .hasSize(accepted.size())
                                .containsOnly("CANCELLED"));
                started += accepted.size();
            }
        }
        assertThat(started).isGreaterThan(MEMBERS);
    }

    /** Removes the member while all threads start runs; returns the runs accepted before each thread was refused. */
    private Queue<String> startsUntilRefused(ExecutorService hands, String agent, UserId member) throws Exception {
        var accepted = new ConcurrentLinkedQueue<String>();
        var underWay = new CountDownLatch(1);
        var all = new ArrayList<Future<?>>();
        for (int hand = 0; hand < HANDS; hand++) {
            all.add(hands.submit(() -> {
                while (start(agent, member, accepted)) {
                    underWay.countDown();
                }
            }));
        }
        underWay.await();
        states.member(workspace, member, WorkspaceRole.MEMBER, true);
        for (var hand : all) {
            hand.get();
        }
        return accepted;
    }

    /** Returns whether the start was accepted; the only other allowed answer is "not found". */
    private boolean start(String agent, UserId member, Queue<String> accepted) {
        var testResponse = as(member)
                .post(path("/runs"), Map.of("agentId", agent, "projectId", project.toString(), "input", "Hello"));
        if (testResponse.status() == 404) {
            return false;
        }
        return accepted.add(testResponse.expect(202).text("id"));
    }

    private List<String> states(UserId starter) {
        return mongo.getCollection("runs")
                .find(new Document("order.startedBy", starter.value()))
                .map(run -> run.getString("state"))
                .into(new ArrayList<>());
    }

    private List<UserId> joined() {
        var members =
                Stream.generate(() -> new UserId(UuidV7.next())).limit(MEMBERS).toList();
        members.forEach(member -> states.member(workspace, member, WorkspaceRole.MEMBER, false));
        states.project(
                workspace,
                project,
                Stream.concat(Stream.of(lea, noah), members.stream()).toArray(UserId[]::new));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(members)
                        .allSatisfy(member -> assertThat(as(member)
                                        .get(path("/runs?projectId=" + project))
                                        .status())
                                .isEqualTo(200)));
        return members;
    }
}
