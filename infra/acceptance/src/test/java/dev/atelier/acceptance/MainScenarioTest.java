package dev.atelier.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.demo.DemoRemovalSteps;
import java.nio.file.Files;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main scenario, from registration to removal; {@code infra/atelier demo} runs the same steps. */
class MainScenarioTest {
    private static RunningSystem system;

    @BeforeAll
    static void theStoryHasBeenPlayed() {
        system = RunningSystem.get();
    }

    @Test
    void theReportIsAPdfMadeForPrint() throws Exception {
        assertThat(Files.readAllBytes(system.demo().report())).startsWith("%PDF-".getBytes());
    }

    @Test
    void oneActionWasCreatedTheRejectedOneWasNot() {
        var demoWorkspace = system.demo().workshop();
        var actions = demoWorkspace
                .manager()
                .person()
                .get(demoWorkspace.path("/projects/" + demoWorkspace.project() + "/actions?limit=100"))
                .expect(200)
                .json()
                .path("items");
        assertThat(actions).hasSize(41);
    }

    @Test
    void whatARemovedMemberMadeStaysWithTheWorkspace() {
        var demoWorkspace = system.demo().workshop();
        var runs = demoWorkspace
                .manager()
                .person()
                .get(demoWorkspace.path("/runs"))
                .expect(200)
                .json()
                .path("items");
        assertThat(runs.path(0).path("startedBy").asString())
                .isEqualTo(demoWorkspace.member().userId());
    }

    @Test
    void everyServiceRefusedTheRemovedMember() {
        assertThat(system.demo().refusals())
                .extracting(DemoRemovalSteps.ServiceRefusal::service)
                .containsExactlyInAnyOrder(
                        "workspace-service", "agent-run-service", "report-service", "notification-service");
    }

    @Test
    void overdueActionsAreFoundByTheirDueDate() {
        var demoWorkspace = system.demo().workshop();
        var overdue = demoWorkspace
                .manager()
                .person()
                .get(demoWorkspace.path("/projects/" + demoWorkspace.project()
                        + "/actions?state=BLOCKED&sort=due&dueBefore=" + LocalDate.now(java.time.ZoneOffset.UTC)))
                .expect(200)
                .json()
                .path("items");
        assertThat(overdue)
                .isNotEmpty()
                .allSatisfy(
                        action -> assertThat(action.path("state").asString()).isEqualTo("BLOCKED"));
    }
}
