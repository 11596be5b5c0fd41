package dev.atelier.workspace.attachment;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The action has reached its limit of files. */
@ProblemType("too-many-files")
final class TooManyAttachments extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyAttachments(int limit) {
        super(RefusalReason.CONFLICT, "A work item has " + limit + " files at most.", Map.of("limit", limit));
    }
}
