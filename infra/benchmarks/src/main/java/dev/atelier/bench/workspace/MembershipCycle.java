package dev.atelier.bench.workspace;

import dev.atelier.client.ConditionPoller;
import dev.atelier.client.TestUser;
import dev.atelier.load.TestDataFactory;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds a member repeatedly: invited by mail, accepted with the token of the newest mail. */
final class MembershipCycle {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestDataFactory testDataFactory;
    private final TestUser manager;
    private final String workspace;
    private final Set<String> used = new HashSet<>();

    MembershipCycle(TestDataFactory testDataFactory, TestUser manager, String workspace) {
        this.testDataFactory = testDataFactory;
        this.manager = manager;
        this.workspace = workspace;
    }

    /** Adds the member and returns when workspace-service has the membership. */
    void join(TestUser member) throws InterruptedException {
        manager.person()
                .postOnce("/api/workspaces/" + workspace + "/invitations", Map.of("email", member.email()))
                .expect(201);
        var token = ConditionPoller.until(
                "the newest invitation",
                PATIENCE,
                () -> Optional.of(testDataFactory.invitationToken(member.email()))
                        .filter(used::add));
        ConditionPoller.until("the verified address to be known", PATIENCE, () -> {
            var apiClientResponse = member.person().post("/api/invitations/accept", Map.of("token", token));
            return apiClientResponse.status() == 403 ? Optional.empty() : Optional.of(apiClientResponse.expect(200));
        });
    }

    /** Removes the member and returns when the removal is acknowledged. */
    void remove(TestUser member) {
        manager.person()
                .delete("/api/workspaces/" + workspace + "/members/" + member.userId())
                .expect(204);
    }
}
