package dev.atelier.workspace.project;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The workspace, or the person, has reached the limit of projects. */
@ProblemType("too-many-projects")
final class TooManyProjects extends Refusal {
    private static final long serialVersionUID = 1;

    private TooManyProjects(String sentence, int limit, String scope) {
        super(RefusalReason.CONFLICT, sentence, Map.of("limit", limit, "scope", scope));
    }

    static TooManyProjects ofWorkspace(int limit) {
        return new TooManyProjects("This workspace has as many projects as a workspace can have.", limit, "WORKSPACE");
    }

    static TooManyProjects ofPerson(int limit) {
        return new TooManyProjects(
                "This person takes part in as many projects of this workspace as a person can.", limit, "PERSON");
    }
}
