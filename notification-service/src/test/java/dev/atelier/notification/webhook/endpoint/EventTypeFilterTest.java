package dev.atelier.notification.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTypeFilterTest {
    @ParameterizedTest
    @CsvSource({
        "agent-run.run-completed, agent-run.run-completed, true",
        "agent-run.run-completed, agent-run.run-completed-twice, false",
        "agent-run.run-completed, agent-run.run, false",
        "agent-run.*, agent-run.run-completed, true",
        "agent-run.*, agent-runs.run-completed, false",
        "agent-run.run-*, agent-run.run-failed, true",
        "agent-run.run-*, agent-run.approval-requested, false",
        "*, report.report-ready, true",
    })
    void matchesOneTypeOrAllThatBeginAlike(String pattern, String type, boolean matches) {
        assertThat(new EventTypeFilter(pattern).matches(type)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "workspace.*, true",
        "workspace.member-joined, true",
        "report.*, true",
        "notification.webhook-paused, true",
        "identity.*, true",
        "identity.service-account-created, true",
        "identity.api-key-*, true",
        "identity.user-registered, false",
        "identity.user-*, false",
        "workspace.membership, false",
        "workspace, false",
        "agent-run.*.x, false",
    })
    void meansSomethingWhereAFactOfAWorkspaceMatches(String pattern, boolean meaningful) {
        assertThat(new EventTypeFilter(pattern).matchesAnyType()).isEqualTo(meaningful);
    }

    @Test
    void statesAreNoEvents() {
        assertThat(EventTypeFilter.TYPES).contains("agent-run.run-queued").doesNotContain("workspace.workspace");
    }

    @Test
    void ofIdentityOnlyWhatHappensToServiceAccountsIsHeard() {
        assertThat(EventTypeFilter.TYPES)
                .filteredOn(type -> type.startsWith("identity."))
                .isNotEmpty()
                .allMatch(type -> type.startsWith("identity.service-account-") || type.startsWith("identity.api-key-"));
    }
}
