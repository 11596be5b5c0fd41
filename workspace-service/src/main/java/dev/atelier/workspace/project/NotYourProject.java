package dev.atelier.workspace.project;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** Only the person who created the project and the workspace's manager delete it or remove its participants. */
@ProblemType("not-your-project")
final class NotYourProject extends Refusal {
    private static final long serialVersionUID = 1;

    NotYourProject() {
        super(
                RefusalReason.FORBIDDEN,
                "Only the person who began this project and the workspace's manager may do this.");
    }
}
