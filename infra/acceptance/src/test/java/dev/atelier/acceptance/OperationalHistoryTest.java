package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The manager reads and exports the workspace's history, which covers all services. */
class OperationalHistoryTest {
    private final RunningSystem system = RunningSystem.get();

    @Test
    void theStoryIsInItWithWhoDidWhat() {
        var demoWorkspace = system.neighbours().workshop();
        var lea = demoWorkspace.manager().person();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(happened(demoWorkspace.path("/audit-log?limit=100")))
                        .contains(
                                "workspace.workspace-created",
                                "workspace.member-joined",
                                "agent-run.agent-published",
                                "agent-run.approval-decided",
                                "agent-run.run-completed",
                                "report.report-ready"));
        var published = lea.get(demoWorkspace.path("/audit-log?type=agent-run.agent-published&userId="
                        + demoWorkspace.manager().userId()))
                .expect(200);
        assertThat(published
                        .json()
                        .path("items")
                        .path(0)
                        .path("actor")
                        .path("userId")
                        .asString())
                .isEqualTo(demoWorkspace.manager().userId());
        assertThat(lea.get(demoWorkspace.path("/audit-log/export")).expect(200).body())
                .contains("occurredAt,type,actor", "report.report-ready");
        var member = system.neighbours().outsideTheProject();
        member.get(demoWorkspace.path("/audit-log")).expect(403);
        member.get(demoWorkspace.path("/audit-log/export")).expect(403);
    }

    private Set<String> happened(String path) {
        var lea = system.neighbours().workshop().manager().person();
        var items = lea.get(path).expect(200).json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("type").asString())
                .collect(Collectors.toSet());
    }
}
