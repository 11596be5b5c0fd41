package dev.atelier.workspace.project;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The project has reached its limit of participants. */
@ProblemType("project-full")
final class ProjectFull extends Refusal {
    private static final long serialVersionUID = 1;

    ProjectFull() {
        super(
                RefusalReason.CONFLICT,
                "This project has as many participants as a project can have.",
                Map.of("limit", Project.MAX_PARTICIPANTS));
    }
}
