package dev.atelier.workspace.project;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** The person is not a member of the project's workspace. */
@ProblemType("no-fellow-member")
final class ParticipantNotInWorkspace extends Refusal {
    private static final long serialVersionUID = 1;

    ParticipantNotInWorkspace() {
        super(RefusalReason.UNPROCESSABLE, "Only members of this workspace can be brought into its projects.");
    }
}
