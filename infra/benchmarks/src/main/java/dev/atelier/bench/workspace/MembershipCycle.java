package dev.atelier.bench.workspace;

import dev.atelier.client.ConditionPoller;
import dev.atelier.client.TestUser;
import dev.atelier.load.TestDataFactory;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings members in, again and again: invited by mail, accepted with the newest mail's token. */
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

    /** Returns once workspace-service has the member. */
    void join(TestUser member) throws InterruptedException {
        manager.person()
                .postOnce("/api/workspaces/" + workspace + "/invitations", Map.of("email", member.email()))
                .expect(201);
        var token = ConditionPoller.until(
                "the newest invitation",
                PATIENCE,
                () -> Optional.of(testDataFactory.invitationToken(member.email()))
                        .filter(used::add));
        ConditionPoller.until("the news of the verified address", PATIENCE, () -> {
            var apiClientResponse = member.person().post("/api/invitations/acceptance", Map.of("token", token));
            return apiClientResponse.status() == 403 ? Optional.empty() : Optional.of(apiClientResponse.expect(200));
        });
    }

    /** Returns when the removal is accepted. */
    void remove(TestUser member) {
        manager.person()
                .delete("/api/workspaces/" + workspace + "/members/" + member.userId())
                .expect(204);
    }
}
