package dev.atelier.workspace.attachment;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** The work item has as many files as one may have. */
@ProblemType("too-many-files")
final class TooManyFiles extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyFiles(int limit) {
        super(Reason.CONFLICT, "A work item has " + limit + " files at most.", Map.of("limit", limit));
    }
}
