package dev.atelier.acceptance.badday;

import static org.awaitility.Awaitility.await;

import dev.atelier.acceptance.RunningSystem;
import dev.atelier.client.TestUser;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A service is down until Kafka has compacted the records that it missed. */
class CompactedTopicCatchUpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RunningSystem system = RunningSystem.get();

    @Test
    void aServiceThatComesBackAfterCompactionKnowsTheRightMembers() throws Exception {
        var team = system.team();
        var newcomer = system.register("Nina", "New");
        awaitStatus(team, team.member(), 200);
        try (var _ = system.stack().pause("report-service")) {
            team.manager()
                    .person()
                    .delete(team.path("/members/" + team.member().userId()))
                    .expect(204);
            system.join(team, newcomer);
            new TopicCompactor(system.stack().kafka().bootstrapServers()).of("workspace.memberships", team.workspace());
        }
        awaitStatus(team, newcomer, 200);
        awaitStatus(team, team.member(), 404);
        awaitStatus(team, team.manager(), 200);
    }

    private static void awaitStatus(RunningSystem.TestTeam team, TestUser who, int status) {
        await(who.email() + " gets " + status)
                .atMost(PATIENCE)
                .until(() -> who.person().get(team.path("/reports")).status() == status);
    }
}
