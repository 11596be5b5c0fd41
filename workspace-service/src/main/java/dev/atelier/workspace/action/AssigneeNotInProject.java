package dev.atelier.workspace.action;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Collection;
import java.util.Map;

/** An assignee is not a participant of the project. */
@ProblemType("assignee-not-in-project")
final class AssigneeNotInProject extends Refusal {
    private static final long serialVersionUID = 1;

    AssigneeNotInProject(Collection<UserId> outsiders) {
        super(
                RefusalReason.UNPROCESSABLE,
                "Only participants of the project can be assigned to its actions.",
                Map.of("assignees", outsiders.stream().map(UserId::toString).toList()));
    }
}
