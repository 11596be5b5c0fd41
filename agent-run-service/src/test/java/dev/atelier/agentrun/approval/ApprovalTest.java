package dev.atelier.agentrun.approval;

import static dev.atelier.agentrun.run.RunFixtures.BEGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunFixtures;
import dev.atelier.events.AgentRunEvent.ApprovalOutcome;
import dev.atelier.events.AgentRunEvent.Approver;
import dev.atelier.events.id.ApprovalId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.kit.access.ProjectAccess;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ApprovalTest {
    private static final Instant LATER = BEGIN.plusSeconds(60);

    private final Run run = RunFixtures.queued();
    private final ProjectAccess manager = access(true);
    private final ProjectAccess participant = access(false);

    @Test
    void waitsWhenItIsAskedFor() {
        var asked = asked(Approver.MANAGER);

        assertThat(asked.state()).isEqualTo(ApprovalState.WAITING);
        assertThat(asked.decidedBy()).isNull();
        assertThat(asked.startedBy()).isEqualTo(run.startedBy());
    }

    @ParameterizedTest
    @CsvSource({"APPROVED, APPROVED", "REJECTED, REJECTED"})
    void keepsWhoDecidedWhenAndWhy(ApprovalOutcome outcome, ApprovalState state) {
        var decided = asked(Approver.MANAGER).decide(outcome, "Good point.", manager, LATER);

        assertThat(decided.state()).isEqualTo(state);
        assertThat(decided.decidedBy()).isEqualTo(manager.userId());
        assertThat(decided.decidedAt()).isEqualTo(LATER);
        assertThat(decided.comment()).isEqualTo("Good point.");
    }

    @Test
    void leavesToTheManagerWhatAsksForTheManager() {
        var asked = asked(Approver.MANAGER);

        assertThatExceptionOfType(ManagerDecisionRequired.class)
                .isThrownBy(() -> asked.decide(ApprovalOutcome.APPROVED, "", participant, LATER));
    }

    @Test
    void letsParticipantsAndTheManagerDecideWhatAsksForAParticipant() {
        var asked = asked(Approver.PARTICIPANT);

        assertThat(asked.decide(ApprovalOutcome.APPROVED, "", participant, LATER)
                        .state())
                .isEqualTo(ApprovalState.APPROVED);
        assertThat(asked.decide(ApprovalOutcome.REJECTED, "", manager, LATER).state())
                .isEqualTo(ApprovalState.REJECTED);
    }

    @ParameterizedTest
    @EnumSource(ApprovalOutcome.class)
    void isDecidedOnce(ApprovalOutcome outcome) {
        var decided = asked(Approver.MANAGER).decide(outcome, "", manager, LATER);

        assertThatExceptionOfType(ApprovalAlreadyDecided.class)
                .isThrownBy(() -> decided.decide(ApprovalOutcome.APPROVED, "", manager, LATER));
    }

    @Test
    void isNotDecidedAfterItsRunEnded() {
        var cancelled = asked(Approver.MANAGER).cancelled();

        assertThat(cancelled.decidedBy()).isNull();
        assertThatExceptionOfType(ApprovalCancelled.class)
                .isThrownBy(() -> cancelled.decide(ApprovalOutcome.APPROVED, "", manager, LATER));
    }

    private Approval asked(Approver approver) {
        var approvalRequest = new ApprovalRequest(
                ApprovalId.next(), "3.1", "create_action", "Create “Call the printer”", "{}", approver);
        return Approval.requested(run, approvalRequest, BEGIN);
    }

    private ProjectAccess access(boolean manages) {
        return new ProjectAccess(run.workspaceId(), run.projectId(), new UserId(UuidV7.next()), manages);
    }
}
