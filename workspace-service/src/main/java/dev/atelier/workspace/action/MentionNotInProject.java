package dev.atelier.workspace.action;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Collection;
import java.util.Map;

/** A mentioned person cannot read the comment. */
@ProblemType("mention-not-in-project")
final class MentionNotInProject extends Refusal {
    private static final long serialVersionUID = 1;

    MentionNotInProject(Collection<UserId> outsiders) {
        super(
                RefusalReason.UNPROCESSABLE,
                "Only participants of the project and the manager can be mentioned in its comments.",
                Map.of("mentions", outsiders.stream().map(UserId::toString).toList()));
    }
}
