package dev.atelier.workspace.project;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** A project takes in no more people. */
@ProblemType("project-full")
final class ProjectFull extends Refusal {
    private static final long serialVersionUID = 1;

    ProjectFull() {
        super(
                Reason.CONFLICT,
                "This project has as many participants as a project can have.",
                Map.of("limit", Project.MAX_PARTICIPANTS));
    }
}
