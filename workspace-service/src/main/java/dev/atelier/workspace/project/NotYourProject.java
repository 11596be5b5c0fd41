package dev.atelier.workspace.project;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** A project is deleted, and its participants are taken off it, by the person who began it and by the workspace's manager. */
@ProblemType("not-your-project")
final class NotYourProject extends Refusal {
    private static final long serialVersionUID = 1;

    NotYourProject() {
        super(
                RefusalReason.FORBIDDEN,
                "Only the person who began this project and the workspace's manager may do this.");
    }
}
