package dev.atelier.workspace.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.events.WorkspaceEvent.ParticipantJoined;
import dev.atelier.events.WorkspaceEvent.ParticipantLeft;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.problem.NotFound;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProjectTest {
    private final WorkspaceId workspace = WorkspaceId.next();
    private final UserId lea = anyone();
    private final UserId noah = anyone();
    private final Project project =
            Project.create(workspace, "Relaunch", lea, Instant.EPOCH).after();

    private static UserId anyone() {
        return new UserId(UUID.randomUUID());
    }

    @Test
    void whoeverBeginsItTakesPart() {
        assertThat(project.participants()).containsExactly(lea);
    }

    @Test
    void peopleComeAndGo() {
        var joined = project.addParticipant(noah, lea);
        assertThat(joined.fact()).isEqualTo(new ParticipantJoined(workspace, project.id(), noah, lea));
        assertThat(joined.after().state().participants()).containsExactlyInAnyOrder(lea, noah);

        var left = joined.after().leave(noah);
        assertThat(left.fact()).isEqualTo(new ParticipantLeft(workspace, project.id(), noah));
        assertThat(left.after().hasParticipant(noah)).isFalse();
        assertThat(left.after().version()).isEqualTo(3);
        assertThat(left.after().sequence()).isEqualTo(3);
    }

    @Test
    void whoTakesPartAlreadyIsNotBroughtInAgain() {
        assertThat(project.addParticipant(lea, lea).after()).isEqualTo(project);
    }

    @Test
    void whoDoesNotTakePartCannotLeave() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> project.leave(noah));
    }

    @Test
    void aThousandTakePartAndNotOneMore() {
        var full = project;
        for (int i = 1; i < Project.MAX_PARTICIPANTS; i++) {
            full = full.addParticipant(anyone(), lea).after();
        }
        var all = full;

        assertThat(all.participants()).hasSize(1_000);
        assertThatExceptionOfType(ProjectFull.class).isThrownBy(() -> all.addParticipant(noah, lea));
    }
}
